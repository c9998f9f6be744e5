package mo.farol.server.config;

import java.util.List;

/**
 * Where residents sign in.
 *
 * @param clients whose tokens are taken
 * @param stepUp when a sign-in is strong and fresh enough for bind, unbind and resume
 */
public record ResidentProvider(ProviderConfig provider, List<ResidentClient> clients, StepUpConfig stepUp) {
    public ResidentProvider {
        clients = List.copyOf(clients);
    }
}
