package mo.farol.server.jwks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.jws.VerifyingKey;

/**
 * A provider's keys, with patience for a key that was published only just now: since unknown key ids make the set be read
 * at most once in a while, whoever asks for one waits that while and asks once more. A rotation so refuses nobody falsely,
 * and a flood of unknown key ids costs the provider no more than one. Only so many wait; others are told to come back.
 */
public final class PatientKeys {
    public static final int MOST_WAITING = 64;

    private final Vertx vertx;
    private final Jwks keys;
    private final Duration wait;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param wait at least as long as unknown key ids do not make the set be read anew */
    public PatientKeys(Vertx vertx, Jwks keys, Duration wait) {
        this.vertx = vertx;
        this.keys = keys;
        this.wait = wait;
    }

    /**
     * The key of this id, at once when it is known. Fails with {@code JwksUnusable} when the keys are too old, and with
     * {@link RequestRefused} when too many wait, or when the provider cannot be asked about an id that is not known.
     */
    public Future<Optional<VerifyingKey>> key(String kid) {
        return keys.key(kid).compose(found -> found.isPresent() ? Future.succeededFuture(found) : onceMore(kid));
    }

    private Future<Optional<VerifyingKey>> onceMore(String kid) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new RequestRefused(ProblemCode.OVERLOADED, wait));
        }
        return vertx.timer(wait.toMillis(), TimeUnit.MILLISECONDS)
                .compose(waited -> keys.key(kid))
                .compose(found -> found.isPresent() || keys.isCurrent()
                        ? Future.succeededFuture(found)
                        : Future.failedFuture(new RequestRefused(ProblemCode.UNAVAILABLE, wait)))
                .onComplete(done -> waiting.decrementAndGet());
    }

    public Future<Void> close() {
        return keys.close();
    }
}
