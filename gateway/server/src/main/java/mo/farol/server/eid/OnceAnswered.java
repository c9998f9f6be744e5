package mo.farol.server.eid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.http.RequestRefused;

/**
 * Repeats this gateway's answers to requests that may as well be done twice: a new challenge, a notice marked as read. What
 * must not be done twice is told apart in the database.
 */
public final class OnceAnswered {
    private static final Duration REPEATED_FOR = Duration.ofMinutes(2);
    private static final int MOST_ANSWERS = 10_000;

    private final Cache<ByteBuffer, Kept> answers = Caffeine.newBuilder()
            .maximumSize(MOST_ANSWERS)
            .expireAfterWrite(REPEATED_FOR)
            .build();

    private record Kept(byte[] hash, Future<Reply> reply) {}

    /**
     * @param work done for the first request of this key, and again after it failed
     * @return fails with {@code idempotency_key_reused} when the key was another request's
     */
    public Future<Reply> answer(RequestKey key, Supplier<Future<Reply>> work) {
        ByteBuffer scope = ByteBuffer.wrap(key.scope());
        Promise<Reply> reply = Promise.promise();
        Kept earlier = answers.asMap().putIfAbsent(scope, new Kept(key.hash(), reply.future()));
        if (earlier != null) {
            return Arrays.equals(earlier.hash(), key.hash())
                    ? earlier.reply().map(Reply::again)
                    : Future.failedFuture(new RequestRefused(ProblemCode.IDEMPOTENCY_KEY_REUSED));
        }
        Future.succeededFuture()
                .compose(first -> work.get())
                .onFailure(why -> answers.invalidate(scope))
                .onComplete(reply);
        return reply.future();
    }
}
