package mo.farol.cluster.announcement;

import static mo.farol.cluster.announcement.HeardNews.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import mo.farol.cluster.config.ClusterSecret;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static final SecretKey KEY = ClusterSecret.ofBase64("c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=")
            .orElseThrow()
            .keyFor("test");

    private final HeardNews heard = new HeardNews();
    private final Receiver receiver = new Receiver(KEY, new UUID(1, 1), heard);

    private static Announcer announcer(int capacity, int batch, Consumer<byte[]> channel) {
        return new Announcer(KEY, new UUID(2, 2), capacity, batch, channel);
    }

    @Test
    void sendsAtOnceAndInOrder() {
        try (Announcer announcer = announcer(100, 10, receiver::accept).start()) {
            IntStream.range(0, 50).forEach(i -> announcer.announce(number(i)));

            await().until(() -> heard.numbers().size() == 50);
        }
        assertThat(heard.numbers())
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
        assertThat(heard.missed()).isZero();
    }

    @Test
    void sendsManyTogetherUnderLoadAndNeverMoreThanABatch() {
        BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
        Announcer announcer = announcer(1_000, 64, messages::add);
        IntStream.range(0, 640).forEach(i -> announcer.announce(number(i)));

        try (Announcer started = announcer.start()) {
            await().until(() -> AnnouncementCounts.of(started, receiver).sent() == 640);
        }

        assertThat(messages).hasSize(10);
        assertThat(messages.stream()
                        .map(message -> new BatchSeal(KEY).open(message).orElseThrow()))
                .allMatch(batch -> batch.announcements().size() == 64);
    }

    @Test
    void dropsWhatDoesNotFitWithoutWaitingAndLeavesAGap() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        try (Announcer announcer = announcer(10, 10, message -> {
                    reached.countDown();
                    hold(open);
                    receiver.accept(message);
                })
                .start()) {
            announcer.announce(number(0));
            reached.await();
            IntStream.range(1, 100).forEach(i -> announcer.announce(number(i)));
            open.countDown();

            await().until(() -> heard.numbers().size() == 11);
            assertThat(AnnouncementCounts.of(announcer, receiver).dropped()).isEqualTo(89);
        }
        assertThat(heard.missed())
                .as("the others know that something is missing")
                .isEqualTo(1);
    }

    @Test
    void goesOnAfterTheClusterFailed() {
        List<byte[]> failed = new CopyOnWriteArrayList<>();
        try (Announcer announcer = announcer(10, 1, message -> {
                    if (failed.isEmpty()) {
                        failed.add(message);
                        throw new IllegalStateException("the cluster is not there");
                    }
                    receiver.accept(message);
                })
                .start()) {
            announcer.announce(number(1));
            announcer.announce(number(2));

            await().until(() -> heard.numbers().contains(2));
        }
        assertThat(heard.numbers()).containsExactly(2);
        assertThat(heard.missed()).isEqualTo(1);
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
