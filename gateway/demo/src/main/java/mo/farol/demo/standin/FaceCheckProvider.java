package mo.farol.demo.standin;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.demo.standin.StandInServer.Answer;
import mo.farol.demo.standin.StandInServer.Request;
import org.jspecify.annotations.Nullable;

/**
 * A face-check provider that is told whose face is in front of the camera, and believes it. The gateway asks for a check
 * ({@code POST /checks}, with a bearer secret); the phone's camera answers at its {@code capture_url}, once.
 */
public final class FaceCheckProvider implements AutoCloseable {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_WAITING = 10_000;
    private static final List<String> REQUIRED = List.of("subject", "id_number", "challenge", "purpose", "audience");

    private final StandInServer server;
    private final ECKey key;
    private final FaceAssertions assertions;
    private final byte[] authorization;
    private final Clock clock;
    private final Map<String, Check> waiting = new LinkedHashMap<>();

    private FaceCheckProvider(StandInServer server, ECKey key, String secret, Clock clock) {
        this.server = server;
        this.key = key;
        this.assertions = new FaceAssertions(key, clock);
        this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /**
     * @param host the address to listen on
     * @param keys the folder of its key
     * @param secret what the gateway shows
     */
    public static FaceCheckProvider start(String host, int port, Path keys, String secret, StandInLog log, Clock clock)
            throws IOException {
        StandInServer server = new StandInServer("face check", host, port, log);
        FaceCheckProvider provider =
                new FaceCheckProvider(server, new SigningKeyFile(keys).key("face-check"), secret, clock);
        server.on("GET /jwks.json", request -> new Answer(200, "its keys", SigningKeyFile.published(provider.key)))
                .on("POST /checks", provider::add)
                .on("POST /captures/", provider::capture)
                .start();
        return provider;
    }

    /** Its address, which is its issuer too. */
    public URI address() {
        return server.address();
    }

    public URI keys() {
        return address().resolve("/jwks.json");
    }

    private Answer add(Request request) {
        String shown = request.authorization() == null ? "" : request.authorization();
        if (!MessageDigest.isEqual(authorization, shown.getBytes(StandardCharsets.UTF_8))) {
            return Answer.refused(401, "a check for somebody else", "the bearer secret is wrong");
        }
        for (String member : REQUIRED) {
            if (request.text(member).isEmpty()) {
                return Answer.refused(400, "a check that lacks something", member + " is missing");
            }
        }
        String id = UUID.randomUUID().toString();
        Instant expires = clock.instant().plus(LIFE);
        keep(
                id,
                new Check(
                        request.text("subject"),
                        request.text("challenge"),
                        request.text("purpose"),
                        request.text("audience"),
                        expires));
        // Gateways take these three members and no other, so the mark is in the header only.
        return new Answer(
                201,
                "a check",
                Map.of("check", id, "capture_url", address() + "/captures/" + id, "expires", expires.toString()));
    }

    private Answer capture(Request request) {
        Check check = take(request.last());
        if (check == null || !clock.instant().isBefore(check.expires())) {
            return Answer.refused(404, "a picture for no check", "there is no such check, or no longer");
        }
        double liveness = request.body().path("live").asBoolean() ? 0.98 : 0.1;
        double likeness = request.text("face").equals(check.subject()) ? 0.99 : 0.2;
        String assertion = assertions.sign(address().toString(), check, liveness, likeness);
        return Answer.of(200, "a picture", Map.of("assertion", assertion));
    }

    private synchronized void keep(String id, Check check) {
        Instant now = clock.instant();
        waiting.values().removeIf(old -> !now.isBefore(old.expires()));
        waiting.put(id, check);
        while (waiting.size() > MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
    }

    private synchronized @Nullable Check take(String id) {
        return waiting.remove(id);
    }

    @Override
    public void close() {
        server.close();
    }

    /** @param subject the e-ID of who should be in front of the camera */
    record Check(String subject, String challenge, String purpose, String audience, Instant expires) {
        @Override
        public String toString() {
            return "Check[redacted]";
        }
    }
}
