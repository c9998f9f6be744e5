package mo.farol.store.batch;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int BYTES = 1000;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final GroupCommit<Integer, String> group = new GroupCommit<>(
            vertx, vertx.getOrCreateContext(), 2000, question -> BYTES * (question < 0 ? 1000 : 1), this::send);

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void sendsTheFirstAtOnceAndTheRestTogetherWhenItReturns() throws InterruptedException {
        Future<String> first = group.submit(1);
        Sent alone = sent.take();
        List<Future<String>> rest = new ArrayList<>();
        for (int i = 2; i <= 300; i++) {
            rest.add(group.submit(i));
        }
        assertThat(alone.batch()).hasSize(1);
        assertThat(sent).isEmpty();
        alone.finish();
        assertThat(await(first)).isEqualTo("1");
        Sent full = sent.take();
        assertThat(full.batch()).hasSize(GroupCommit.MOST_ROWS);
        full.finish();
        sent.take().finish();
        for (int i = 2; i <= 300; i++) {
            assertThat(await(rest.get(i - 2))).isEqualTo("" + i);
        }
    }

    @Test
    void boundsABatchByItsBytesToo() throws InterruptedException {
        group.submit(1);
        Sent alone = sent.take();
        group.submit(-1);
        group.submit(-2);
        alone.finish();
        Sent second = sent.take();
        assertThat(second.batch()).hasSize(1);
        second.finish();
        sent.take().finish();
    }

    @Test
    void answersOnTheCallersOwnEventLoop() throws InterruptedException {
        Context caller = vertx.getOrCreateContext();
        Promise<Boolean> onCaller = Promise.promise();
        caller.runOnContext(
                turn -> group.submit(1).onSuccess(answer -> onCaller.complete(Vertx.currentContext() == caller)));
        sent.take().finish();
        assertThat(await(onCaller.future())).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitInTheQueueAndServesTheRest() throws InterruptedException {
        Future<String> first = group.submit(0);
        Sent alone = sent.take();
        for (int i = 0; i < 2000; i++) {
            group.submit(i);
        }
        assertThatThrownBy(() -> await(group.submit(1))).hasCauseInstanceOf(GroupCommit.Overflow.class);
        alone.finish();
        assertThat(await(first)).isEqualTo("0");
    }

    @Test
    void failsOnlyTheBatchThatFailedAndGoesOn() throws InterruptedException {
        Future<String> failed = group.submit(1);
        sent.take().returned().fail(new IllegalStateException("trouble"));
        assertThatThrownBy(() -> await(failed)).hasMessageContaining("trouble");
        Future<String> next = group.submit(2);
        sent.take().finish();
        assertThat(await(next)).isEqualTo("2");
    }

    private Future<Void> send(List<Waiting<Integer, String>> batch) {
        Sent under = new Sent(batch, Promise.promise());
        sent.add(under);
        return under.returned().future();
    }

    private record Sent(List<Waiting<Integer, String>> batch, Promise<Void> returned) {
        void finish() {
            batch.forEach(waiting -> waiting.answer("" + waiting.question()));
            returned.complete();
        }
    }
}
