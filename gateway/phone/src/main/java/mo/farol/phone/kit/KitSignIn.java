package mo.farol.phone.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;

/**
 * Where a load test signs a kit's residents in: a stand-in that takes a name for a proof, by the password grant. No real
 * provider would, which keeps a kit away from real people.
 *
 * @param tokenEndpoint its OAuth 2.0 token endpoint
 * @param clientId of the app
 * @param acrValues what to ask for so that the sign-in is strong enough to unbind (RFC 9470)
 */
public record KitSignIn(
        @JsonProperty(value = "token_endpoint", required = true)
        URI tokenEndpoint,

        @JsonProperty(value = "client_id", required = true) String clientId,
        @JsonProperty(value = "acr_values", required = true) String acrValues) {}
