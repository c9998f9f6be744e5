package mo.farol.server.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.config.ProviderConfig;
import mo.farol.server.jws.NotAccepted;

/** What an access token of one provider must say to be one for this API (RFC 9068, 4). */
final class TokenRules {
    /** How far the provider's clock may be ahead of the database's. */
    static final long CLOCK_TOLERANCE_SECONDS = 30;

    private final ProviderConfig provider;
    private final Set<String> clients;
    private final List<String> rolesClaim;

    /**
     * @param clients of which clients tokens are taken
     * @param rolesClaim claim names from the outermost in; none: nobody has roles
     */
    TokenRules(ProviderConfig provider, Set<String> clients, List<String> rolesClaim) {
        this.provider = provider;
        this.clients = clients;
        this.rolesClaim = rolesClaim;
    }

    /**
     * @param header of a token whose signature held
     * @param nowSeconds by the database's clock
     */
    PersonToken read(JsonNode header, JsonNode payload, long nowSeconds) throws NotAccepted {
        Claims claims = new Claims(payload);
        require(claims.text("iss").equals(provider.issuer()), "iss is another");
        TokenKind.check(provider.tokenType(), header, claims);
        require(claims.texts("aud").contains(provider.audience()), "aud does not contain this API");
        String client = client(claims);
        require(clients.contains(client), "azp is not on the list");
        require(!claims.has("act"), "somebody acts for the person");
        checkTimes(claims, nowSeconds);
        return new PersonToken(
                provider.issuer(),
                claims.text("sub"),
                client,
                claims.optionalText("sid"),
                claims.optionalSeconds("auth_time"),
                claims.optionalText("acr"),
                inScope(claims),
                rolesClaim.isEmpty() ? List.of() : List.copyOf(claims.listAt(rolesClaim)),
                certificate(claims),
                claims.seconds("exp"));
    }

    /** {@code azp} as OpenID Connect has it, or {@code client_id} as RFC 9068 has it; never two that differ. */
    private static String client(Claims claims) throws NotAccepted {
        Optional<String> azp = claims.optionalText("azp");
        String client = azp.isPresent() ? azp.get() : claims.text("client_id");
        require(claims.optionalText("client_id").orElse(client).equals(client), "azp and client_id differ");
        return client;
    }

    private void checkTimes(Claims claims, long now) throws NotAccepted {
        long expires = claims.seconds("exp");
        long issued = claims.seconds("iat");
        require(expires > now, "exp is past");
        require(issued <= now + CLOCK_TOLERANCE_SECONDS, "iat is ahead");
        require(
                expires > issued && expires - issued <= provider.longestLifeSeconds(),
                "exp is more than " + provider.longestLifeSeconds() + " s after iat");
        require(claims.optionalSeconds("nbf").orElse(issued) <= now + CLOCK_TOLERANCE_SECONDS, "nbf is ahead");
    }

    /** An ID token has no scope at all, so one without is no access token; one with others is, but not for this API. */
    private boolean inScope(Claims claims) throws NotAccepted {
        return Arrays.asList(claims.longText("scope").split(" ")).contains(provider.scope());
    }

    /** A token bound to its client can be checked only where the binding is to a certificate. */
    private static Optional<String> certificate(Claims claims) throws NotAccepted {
        Optional<JsonNode> confirmation = claims.object("cnf");
        if (confirmation.isEmpty()) {
            return Optional.empty();
        }
        String thumbprint = confirmation.get().path("x5t#S256").textValue();
        require(thumbprint != null && confirmation.get().size() == 1, "cnf is not a certificate's");
        return Optional.ofNullable(thumbprint);
    }

    private static void require(boolean holds, String otherwise) throws NotAccepted {
        if (!holds) {
            throw new NotAccepted(otherwise);
        }
    }
}
