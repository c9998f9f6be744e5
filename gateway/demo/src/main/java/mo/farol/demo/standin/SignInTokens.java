package mo.farol.demo.standin;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of one issuer say. A token request may ask for more than a real provider would grant: {@code acr_values}
 * (how strong the sign-in is to look), {@code auth_age} (how many seconds ago), {@code session} and {@code roles}.
 */
final class SignInTokens implements OAuth2TokenCallback {
    private static final long LIFE_SECONDS = 600;

    private final String issuer;
    private final Clock clock;

    SignInTokens(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public String issuerId() {
        return issuer;
    }

    /** Asked only where the grant itself names nobody. */
    @Override
    public String subject(TokenRequest request) {
        return "nobody";
    }

    /** RFC 9068: access tokens are marked. ID tokens get the same mark from the library; their audience is the client. */
    @Override
    public String typeHeader(TokenRequest request) {
        return "at+jwt";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(SignInProvider.audience(issuer));
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        String client = clientId(request);
        Map<String, Object> claims = new HashMap<>();
        claims.put("azp", client);
        claims.put("scope", scope(client));
        claims.put("auth_time", clock.instant().getEpochSecond() - seconds(asked(request, "auth_age")));
        claims.put("sid", asked(request, "session").orElseGet(() -> session(request)));
        // In a browser the page's choice says how strong the sign-in was, and must find the place free.
        if (!(request.getAuthorizationGrant() instanceof AuthorizationCodeGrant)) {
            claims.put("acr", asked(request, "acr_values").orElse(SignInProvider.ORDINARY));
        }
        asked(request, "roles").ifPresent(roles -> claims.put("roles", List.of(roles.split(" "))));
        claims.put("note", Mark.TEXT);
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return LIFE_SECONDS;
    }

    private String scope(String client) {
        return Arrays.stream(SignInClient.values())
                .filter(each -> each.issuer().equals(issuer) && each.clientId().equals(client))
                .findFirst()
                .map(SignInClient::scope)
                .orElse("none");
    }

    /** The same for all tokens of one code. */
    private static String session(TokenRequest request) {
        String of = request.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant
                ? grant.getAuthorizationCode().getValue()
                : UUID.randomUUID().toString();
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static long seconds(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Optional<String> asked(TokenRequest request, String parameter) {
        @Nullable List<String> values = request.getCustomParameter(parameter);
        return values == null ? Optional.empty() : values.stream().findFirst();
    }

    private static String clientId(TokenRequest request) {
        return request.getClientAuthentication() != null
                ? request.getClientAuthentication().getClientID().getValue()
                : request.getClientID().getValue();
    }
}
