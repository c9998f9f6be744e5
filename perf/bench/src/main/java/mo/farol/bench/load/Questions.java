package mo.farol.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What wrk asks.
 *
 * @param target scheme, host and port
 * @param count lines of {@code texts}, each asked once
 * @param settings the script's environment
 */
public record Questions(URI target, int count, Map<String, String> settings) {
    public Questions {
        settings = Map.copyOf(settings);
    }

    /**
     * Codes at a gateway.
     *
     * @param texts a code a line
     * @param tokens of the terminals that take turns, one a line
     */
    public static Questions verifications(URI gateway, Path texts, int count, Path tokens, String purpose) {
        Map<String, String> settings = new HashMap<>(base("verify", texts));
        settings.put("BENCH_TOKENS", tokens.toString());
        settings.put("BENCH_PURPOSE", purpose);
        settings.put("BENCH_RUN", UUID.randomUUID().toString());
        return new Questions(gateway, count, settings);
    }

    /** Single-use tokens at the peer. */
    public static Questions bearers(URI peer, Path tokens, int count) {
        return new Questions(peer, count, base("bearer", tokens));
    }

    /**
     * Tokens to be introspected (RFC 7662).
     *
     * @param path of the introspection endpoint
     * @param idle a path that costs little
     * @param basic the client's credentials, as HTTP has them
     */
    public static Questions introspections(URI peer, Path tokens, int count, String path, String idle, String basic) {
        Map<String, String> settings = new HashMap<>(base("introspect", tokens));
        settings.put("BENCH_PATH", path);
        settings.put("BENCH_IDLE", idle);
        settings.put("BENCH_BASIC", basic);
        return new Questions(peer, count, settings);
    }

    private static Map<String, String> base(String kind, Path texts) {
        return Map.of("BENCH_KIND", kind, "BENCH_TEXTS", texts.toString());
    }
}
