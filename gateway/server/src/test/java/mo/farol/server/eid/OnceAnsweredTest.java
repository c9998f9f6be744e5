package mo.farol.server.eid;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.core.binding.RequestKey;
import org.junit.jupiter.api.Test;

class OnceAnsweredTest {
    private final OnceAnswered once = new OnceAnswered();
    private final AtomicInteger done = new AtomicInteger();

    private Future<Reply> answer(RequestKey key) {
        return once.answer(key, () -> Future.succeededFuture(Reply.created(done.incrementAndGet())));
    }

    private static RequestKey key(int scope, int hash) {
        return new RequestKey(new byte[] {(byte) scope}, new byte[] {(byte) hash});
    }

    @Test
    void repeatsAnAnswerAndSaysSo() {
        Reply first = await(answer(key(1, 1)));
        Reply again = await(answer(key(1, 1)));

        assertThat(first).isEqualTo(new Reply(201, 1, false));
        assertThat(again).isEqualTo(new Reply(201, 1, true));
        assertThat(await(answer(key(2, 1))).body()).isEqualTo(2);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        await(answer(key(1, 1)));

        assertThatThrownBy(() -> await(answer(key(1, 2)))).hasMessageContaining("idempotency_key_reused");
        assertThat(done).hasValue(1);
    }

    @Test
    void makesASecondRequestWaitForTheFirst() {
        Promise<Reply> slow = Promise.promise();
        Future<Reply> first = once.answer(key(1, 1), slow::future);
        Future<Reply> second = answer(key(1, 1));
        assertThat(second.isComplete()).isFalse();

        slow.complete(Reply.ok("once"));

        assertThat(await(first)).isEqualTo(new Reply(200, "once", false));
        assertThat(await(second)).isEqualTo(new Reply(200, "once", true));
        assertThat(done).hasValue(0);
    }

    @Test
    void triesAgainAfterAFailureAndAfterABug() {
        assertThatThrownBy(() -> await(once.answer(key(1, 1), () -> Future.failedFuture("no database"))))
                .hasMessageContaining("no database");
        assertThatThrownBy(() -> await(once.answer(key(1, 1), () -> {
                    throw new IllegalStateException("a bug");
                })))
                .hasMessageContaining("a bug");

        assertThat(await(answer(key(1, 1)))).isEqualTo(new Reply(201, 1, false));
    }
}
