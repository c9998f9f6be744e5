package mo.farol.server.config;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.ticket.TicketRules;

/**
 * What a gateway is told. It never prints its secrets.
 *
 * @param issuer the URL that names this gateway as an OAuth authorization server (RFC 8414), without a trailing slash
 * @param synthetic everybody in the store is invented: tools that provision people are allowed
 * @param helpLine shown with every refusal and error
 * @param eventLoops verticle instances of the API listener
 * @param drainSeconds how long a stopping gateway says "not ready" before it stops taking requests
 * @param cluster the section of the cluster room, as that room reads it; empty: this gateway stands alone
 * @param mail empty: notices wait in the database
 */
public record GatewayConfig(
        Profile profile,
        boolean synthetic,
        String issuer,
        String helpLine,
        int eventLoops,
        int drainSeconds,
        ListenerConfig listener,
        ManagementConfig management,
        StoreSettings store,
        JsonObject cluster,
        KeysConfig keys,
        LogConfig log,
        CodesConfig codes,
        TicketRules tickets,
        LimitsConfig limits,
        SignInConfig signIn,
        ProofsConfig proofs,
        Optional<MailSettings> mail,
        BindingPolicy binding) {
    @Override
    public String toString() {
        return "GatewayConfig[" + profile + ", " + issuer + "]";
    }
}
