package mo.farol.server.mail;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mo.farol.core.notice.Outbox;
import mo.farol.server.config.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds for as long as the gateway runs, one round after the other, on an event loop of its own
 * choosing. Nothing waits for it; what cannot be done now is done later.
 */
public final class NoticePost {
    private static final Logger LOG = LoggerFactory.getLogger(NoticePost.class);
    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx;
    private final Context context;
    private final MailRound round;
    private final Post post;
    private final Pace pace;
    private Future<RoundResult> underWay = Future.succeededFuture(RoundResult.NOTHING);
    private boolean running;
    private int failures;
    private long timer = -1;

    NoticePost(Vertx vertx, MailRound round, Post post, Pace pace) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.round = round;
        this.post = post;
        this.pace = pace;
    }

    /**
     * How long it rests.
     *
     * @param busy after a round that took something: no more than a round's worth leaves in this time
     * @param idle after a round that found nothing
     * @param trouble after a round that came to nothing; doubled each time
     * @param longest of all
     */
    record Pace(Duration busy, Duration idle, Duration trouble, Duration longest) {
        static final Pace USUAL =
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    /** @param helpLine printed in every mail */
    public static NoticePost of(Vertx vertx, MailSettings settings, Outbox outbox, String helpLine) {
        Post post = new SmtpPost(vertx, settings);
        LetterWriter writer = new LetterWriter(helpLine, settings.reportDesk());
        MailRound round =
                new MailRound(outbox, writer, post, settings.perSecond(), settings.parallel(), System::nanoTime);
        return new NoticePost(vertx, round, post, Pace.USUAL);
    }

    public void start() {
        context.runOnContext(now -> {
            running = true;
            turn();
        });
    }

    /** Takes nothing more, lets what is on its way arrive, and closes. What is not sent waits in the database. */
    public Future<Void> stop() {
        Promise<Void> stopped = Promise.promise();
        context.runOnContext(now -> {
            running = false;
            vertx.cancelTimer(timer);
            underWay.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .transform(done -> post.close())
                    .onComplete(stopped);
        });
        return stopped.future();
    }

    private void turn() {
        underWay = round.run();
        underWay.onComplete(done -> context.runOnContext(now -> rest(done)));
    }

    private void rest(AsyncResult<RoundResult> done) {
        Duration pause = pause(done);
        if (running) {
            timer = vertx.setTimer(pause.toMillis(), tick -> turn());
        }
    }

    private Duration pause(AsyncResult<RoundResult> done) {
        if (done.failed()) {
            LOG.error(
                    "ALARM the outbox cannot be reached, mails wait: {}",
                    done.cause().getClass().getSimpleName());
            return trouble();
        }
        RoundResult result = done.result();
        if (result.cameToNothing()) {
            LOG.error(
                    "ALARM none of {} mails could be sent, they are tried again: {}", result.taken(), result.reason());
            return trouble();
        }
        if (result.left() > 0) {
            LOG.warn(
                    "{} of {} mails were not sent, they are tried again: {}",
                    result.left(),
                    result.taken(),
                    result.reason());
        }
        failures = 0;
        return result.taken() > 0 ? pace.busy() : pace.idle();
    }

    private Duration trouble() {
        Duration pause = pace.trouble().multipliedBy(1L << Math.min(failures, 10));
        failures++;
        return pause.compareTo(pace.longest()) < 0 ? pause : pace.longest();
    }
}
