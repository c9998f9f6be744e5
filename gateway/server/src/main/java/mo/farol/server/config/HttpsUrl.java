package mo.farol.server.config;

import java.net.URI;
import java.util.Optional;

/** A URL that the gateway asks: https, or http in the demo. */
final class HttpsUrl {
    private HttpsUrl() {}

    /** @return empty when it is absent or wrong; what is wrong is reported */
    static Optional<URI> read(Section section, String key, Profile profile) {
        String text = section.optional(key);
        if (text == null) {
            return Optional.empty();
        }
        Optional<URI> url = parse(text);
        if (url.isEmpty()) {
            section.problem(key, "is not a URL with a host, and without user and fragment");
        }
        boolean http = profile == Profile.DEMO
                && url.map(URI::getScheme).filter("http"::equals).isPresent();
        if (url.isPresent() && !http && !"https".equals(url.get().getScheme())) {
            section.problem(key, "must be an https URL (http in the demo profile only)");
            return Optional.empty();
        }
        return url;
    }

    private static Optional<URI> parse(String text) {
        try {
            URI url = URI.create(text);
            boolean whole = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            return whole ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}
