package mo.farol.server.mail;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.Outbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is due, sends it some at a time, and tells the outbox what became of each. A mail is called sent only after
 * the server took it, so whatever goes wrong in between sends it again, under the same id.
 */
final class MailRound {
    /** Longer than a round may take: nobody else gets a mail that is still on its way. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final Duration LAST_START = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Post post;
    private final int atMost;
    private final int parallel;
    private final LongSupplier nanoTime;

    /**
     * @param atMost mails a round
     * @param parallel mails under way at once
     * @param nanoTime {@link System#nanoTime}
     */
    MailRound(Outbox outbox, LetterWriter writer, Post post, int atMost, int parallel, LongSupplier nanoTime) {
        this.outbox = outbox;
        this.writer = writer;
        this.post = post;
        this.atMost = atMost;
        this.parallel = parallel;
        this.nanoTime = nanoTime;
    }

    /** @return fails when the outbox cannot be reached; what is left is due again when its lease is over */
    Future<RoundResult> run() {
        long end = nanoTime.getAsLong() + LAST_START.toNanos();
        return outbox.take(atMost, LEASE).compose(taken -> {
            Lanes lanes = new Lanes(new ConcurrentLinkedQueue<>(taken), end);
            return Future.join(IntStream.range(0, parallel)
                            .mapToObj(lane -> lanes.next())
                            .toList())
                    .map(done -> lanes.result(taken.size()));
        });
    }

    /** Several chains that draw from one queue. */
    private final class Lanes {
        private final Queue<DueMail> waiting;
        private final long end;
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

        Lanes(Queue<DueMail> waiting, long end) {
            this.waiting = waiting;
            this.end = end;
        }

        Future<Void> next() {
            DueMail mail = nanoTime.getAsLong() - end < 0 ? waiting.poll() : null;
            if (mail == null) {
                return Future.succeededFuture();
            }
            return Future.succeededFuture(mail)
                    .map(writer::write)
                    .compose(post::send)
                    .transform(tried -> tried.succeeded() ? taken(mail) : refused(mail, tried.cause()))
                    .compose(settled -> next());
        }

        private Future<Void> taken(DueMail mail) {
            sent.incrementAndGet();
            return outbox.sent(mail);
        }

        private Future<Void> refused(DueMail mail, Throwable cause) {
            NotSent why = NotSent.because(cause);
            if (why.isPermanent()) {
                refused.incrementAndGet();
                LOG.error("ALARM mail {} is refused for good: {}", mail.id(), why.getMessage());
            } else {
                reason.compareAndSet(null, why.getMessage());
            }
            return outbox.failed(mail);
        }

        RoundResult result(int taken) {
            String first = reason.get();
            return new RoundResult(taken, sent.get(), refused.get(), first == null ? "there was no time" : first);
        }
    }
}
