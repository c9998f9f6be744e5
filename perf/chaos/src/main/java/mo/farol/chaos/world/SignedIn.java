package mo.farol.chaos.world;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in at the stand-in, which takes a name for a proof. */
final class SignedIn implements TokenSource {
    /** Shorter than a token lives, and than a strong sign-in counts as fresh. */
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private final Transport transport;
    private final String issuer;
    private final Map<String, String> form;
    private @Nullable String token;
    private long fetched;

    /** @param form what is asked for */
    SignedIn(Transport transport, String issuer, Map<String, String> form) {
        this.transport = transport;
        this.issuer = issuer;
        this.form = form;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        String kept = token;
        if (kept == null || System.nanoTime() - fetched > USED_FOR.toNanos()) {
            kept = fetch();
            token = kept;
            fetched = System.nanoTime();
        }
        return kept;
    }

    @Override
    public synchronized void refused(String other) {
        if (other.equals(token)) {
            token = null;
        }
    }

    private String fetch() throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Reply reply = transport.send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        String granted =
                reply.status() == 200 ? reply.json().path("access_token").asText() : "";
        if (granted.isEmpty()) {
            throw new IOException("the sign-in stand-in gave no token: status " + reply.status());
        }
        return granted;
    }
}
