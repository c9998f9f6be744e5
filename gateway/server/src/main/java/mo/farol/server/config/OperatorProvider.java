package mo.farol.server.config;

import java.util.List;

/**
 * Where operators sign in.
 *
 * @param clients client ids whose tokens are taken, by {@code azp}
 * @param rolesClaim where the roles are: claim names from the outermost in, such as {@code [realm_access, roles]}
 */
public record OperatorProvider(ProviderConfig provider, List<String> clients, List<String> rolesClaim) {
    public OperatorProvider {
        clients = List.copyOf(clients);
        rolesClaim = List.copyOf(rolesClaim);
    }
}
