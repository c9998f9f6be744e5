package mo.farol.server.limits;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.config.RateConfig;
import mo.farol.server.http.RequestRefused;

/**
 * How often an operator may name somebody whom nobody knows. Every question takes from the budget before it is asked, and
 * gives back when it found somebody: so whoever guesses learns nothing more once it is used up, also not by asking at once.
 */
public final class MissLimit {
    /** More are asked at once by no operator who knows whom they mean. */
    public static final RateConfig USUAL = new RateConfig(1, 60);

    private final Buckets<String> buckets;

    public MissLimit(RateConfig rate) {
        this.buckets = new Buckets<>("unknown_number", rate);
    }

    /** @return what {@code question} found; fails with {@code too_many_requests} without asking */
    public <T> Future<Optional<T>> ask(String operator, Supplier<Future<Optional<T>>> question) {
        var probe = buckets.take(operator);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            return Future.failedFuture(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, wait));
        }
        return question.get().onComplete(done -> {
            if (done.failed() || done.result().isPresent()) {
                buckets.giveBack(operator);
            }
        });
    }
}
