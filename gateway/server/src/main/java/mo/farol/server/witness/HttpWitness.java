package mo.farol.server.witness;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.server.outgoing.BoundedAnswer;
import mo.farol.server.outgoing.OutgoingHttp;

/**
 * A witness that is asked by C2SP tlog-witness. What it has seen is its own to tell: it is told by a refusal, and then sent
 * the proof from there. Its word counts by its signature, and its refusals by the connection's TLS.
 */
public final class HttpWitness implements Witness {
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/plain; charset=utf-8");

    /** A guess, the size that it names, and one more if another gateway was quicker. */
    private static final int TRIES = 3;

    private final OutgoingHttp http;
    private final URI url;
    private final CosignatureKey key;
    private volatile Optional<SignedCheckpoint> last = Optional.empty();

    /**
     * @param prefix its submission prefix
     * @param key that its cosignatures are by
     */
    public HttpWitness(OutgoingHttp http, URI prefix, CosignatureKey key) {
        this.http = http;
        this.url = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        this.key = key;
    }

    @Override
    public String name() {
        return key.name();
    }

    /** What it cosigned for this process. */
    @Override
    public Future<Optional<SignedCheckpoint>> last() {
        return Future.succeededFuture(last);
    }

    @Override
    public Future<Shown> show(SignedCheckpoint newer, Extension extension) {
        return send(guess(newer), newer, extension, TRIES);
    }

    private long guess(SignedCheckpoint newer) {
        return last.map(SignedCheckpoint::checkpoint)
                .filter(seen -> seen.origin().equals(newer.checkpoint().origin())
                        && seen.size() <= newer.checkpoint().size())
                .map(seen -> seen.size())
                .orElse(0L);
    }

    private Future<Shown> send(long older, SignedCheckpoint newer, Extension extension, int tries) {
        if (older > newer.checkpoint().size()) {
            return Future.succeededFuture(new Shown.Ahead(older));
        }
        if (tries == 0) {
            return Future.failedFuture(new UnusableAnswer("it names another size each time"));
        }
        return extension
                .from(older)
                .map(proof -> new AddCheckpoint(older, proof, newer))
                .compose(body ->
                        http.send(HttpMethod.POST, url, HEADERS, body.bytes()).compose(answer -> read(answer, body)))
                .compose(answer -> switch (answer) {
                    case WitnessAnswer.Cosigned(String line) -> Future.succeededFuture(cosigned(newer, line));
                    case WitnessAnswer.HasSize(long size) -> send(size, newer, extension, tries - 1);
                    case WitnessAnswer.Differs differs -> Future.succeededFuture(new Shown.Differs());
                });
    }

    private Future<WitnessAnswer> read(BoundedAnswer answer, AddCheckpoint sent) {
        try {
            return Future.succeededFuture(WitnessAnswer.read(answer, sent, key));
        } catch (UnusableAnswer e) {
            return Future.failedFuture(e);
        }
    }

    private Shown cosigned(SignedCheckpoint newer, String line) {
        last = Optional.of(newer);
        return new Shown.Kept(Optional.of(line));
    }
}
