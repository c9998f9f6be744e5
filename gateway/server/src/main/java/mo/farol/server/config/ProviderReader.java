package mo.farol.server.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.jws.JwsAlgorithm;

/** Reads what providers of residents and of operators have in common. */
final class ProviderReader {
    private final Section section;
    private final Profile profile;

    ProviderReader(Section section, Profile profile) {
        this.section = section;
        this.profile = profile;
    }

    /** @param issuers those read before */
    ProviderConfig read(String scope, Set<String> issuers) {
        String issuer = section.text("issuer");
        url("issuer", issuer);
        if (!issuer.isEmpty() && !issuers.add(issuer)) {
            section.problem("issuer", "is listed twice");
        }
        return new ProviderConfig(
                issuer,
                Optional.ofNullable(section.optional("jwks_uri")).flatMap(text -> url("jwks_uri", text)),
                word("audience", section.text("audience")),
                algorithm(),
                tokenType(),
                word("scope", section.text("scope", scope)),
                section.number("longest_life_seconds", ProviderConfig.LONGEST_LIFE_SECONDS, 60, 86_400));
    }

    private Optional<URI> url(String key, String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            section.problem(key, "is not a URL");
            return Optional.empty();
        }
        boolean http = "http".equals(url.getScheme()) && profile == Profile.DEMO;
        if (!text.isEmpty() && (!http && !"https".equals(url.getScheme()) || url.getHost() == null)) {
            section.problem(key, "must be an https URL (http in the demo profile only)");
        }
        boolean query = key.equals("issuer") && url.getRawQuery() != null;
        if (query || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            section.problem(key, "must have no user, query or fragment");
        }
        return Optional.of(url);
    }

    private String word(String key, String value) {
        if (!value.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]{0,255}")) {
            section.problem(key, "must be visible ASCII without spaces, quotes and backslashes");
        }
        return value;
    }

    private JwsAlgorithm algorithm() {
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.byName(section.text("algorithm", JwsAlgorithm.RS256.name()));
        if (algorithm.isEmpty()) {
            section.problem("algorithm", "must be RS256 or ES256");
        }
        return algorithm.orElse(JwsAlgorithm.RS256);
    }

    private TokenType tokenType() {
        return switch (section.text("token_type", "jwt")) {
            case "jwt" -> TokenType.JWT;
            case "at+jwt" -> TokenType.AT_JWT;
            default -> {
                section.problem("token_type", "must be jwt or at+jwt");
                yield TokenType.JWT;
            }
        };
    }
}
