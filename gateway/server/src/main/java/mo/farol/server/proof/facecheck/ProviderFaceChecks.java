package mo.farol.server.proof.facecheck;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import mo.farol.api.json.WireJson;
import mo.farol.core.binding.Bindings;
import mo.farol.server.config.Secret;
import mo.farol.server.outgoing.BoundedAnswer;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.proof.FaceChecks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider under one URL, as docs/face-check-provider.md has it. The person's number is in the body only. */
public final class ProviderFaceChecks implements FaceChecks {
    /** Bytes of an answer. */
    public static final int LONGEST_ANSWER = 8192;

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFaceChecks.class);
    private static final int CREATED = 201;

    private final OutgoingHttp http;
    private final URI url;
    private final Secret secret;
    private final String audience;

    /** @param audience this gateway's issuer */
    public ProviderFaceChecks(OutgoingHttp http, URI url, Secret secret, String audience) {
        this.http = http;
        this.url = url;
        this.secret = secret;
        this.audience = audience;
    }

    @Override
    public Future<Started> start(Bindings.FaceCheckSubject subject) {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + secret.reveal(),
                "Content-Type", "application/json",
                "Accept", "application/json");
        byte[] order = WireJson.write(FaceCheckOrder.of(subject, audience));
        return http.send(HttpMethod.POST, url, headers, order)
                .compose(this::started)
                .recover(why -> {
                    LOG.warn("ALARM the face-check provider cannot be asked: {}", why.getMessage());
                    return Future.failedFuture(new Unreachable(why));
                });
    }

    private Future<Started> started(BoundedAnswer answer) {
        try {
            if (answer.status() != CREATED) {
                throw new UnusableTicket("status " + answer.status());
            }
            if (!answer.mediaType().equals("application/json")) {
                throw new UnusableTicket("not application/json");
            }
            return Future.succeededFuture(FaceCheckTicket.read(answer.body(), "http".equals(url.getScheme())));
        } catch (UnusableTicket e) {
            return Future.failedFuture(e);
        }
    }
}
