package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One witness in others' hands: what it has seen, whether it speaks against this log, and since when it lacks what is
 * published. Use it from one context only.
 */
final class Outsider {
    private static final Logger LOG = LoggerFactory.getLogger(Outsider.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration BEHIND = Duration.ofSeconds(10);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private final Witness witness;
    private final LongSupplier nanoTime;
    private boolean asked;
    private boolean underWay;
    private long notBefore;
    private long quietUntil;
    private Optional<Checkpoint> cosigned = Optional.empty();
    private Optional<Long> lackingSince = Optional.empty();
    private Witness.Shown answer = new Witness.Shown.Kept(Optional.empty());
    private String trouble = "it has not answered yet";

    Outsider(Witness witness, LongSupplier nanoTime) {
        this.witness = witness;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
        this.quietUntil = notBefore;
    }

    /** Whether it should be shown this now. */
    boolean wants(Checkpoint published) {
        boolean news = !asked || !cosigned.equals(Optional.of(published));
        if (news && lackingSince.isEmpty()) {
            lackingSince = Optional.of(nanoTime.getAsLong());
        }
        return news && !underWay && nanoTime.getAsLong() - notBefore >= 0;
    }

    /** @return the line by which it cosigned; empty when it did not, or cannot be asked */
    Future<Optional<String>> show(SignedCheckpoint published, Witness.Extension extension) {
        underWay = true;
        return witness.show(published, extension)
                .map(said -> heard(said, published.checkpoint()))
                .recover(cause -> {
                    notHeard(cause);
                    return Future.succeededFuture(Optional.empty());
                })
                .onComplete(done -> {
                    underWay = false;
                    asked = true;
                });
    }

    private Optional<String> heard(Witness.Shown said, Checkpoint published) {
        answer = said;
        if (!(said instanceof Witness.Shown.Kept kept)) {
            // Whoever has seen more lacks nothing.
            lackingSince = Optional.empty();
            notBefore = nanoTime.getAsLong() + RETRY.toNanos();
            return Optional.empty();
        }
        cosigned = Optional.of(published);
        lackingSince = Optional.empty();
        return kept.cosignature();
    }

    private void notHeard(Throwable cause) {
        notBefore = nanoTime.getAsLong() + RETRY.toNanos();
        trouble = cause instanceof ArbiterUnreachable ? "the database does not answer" : said(cause);
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? Trouble.nameOf(cause) : message;
    }

    /**
     * Why nothing may be sealed; empty while nothing speaks against it. Being out of reach does not, once it was asked.
     *
     * @param published what the database has now, read after whatever the witness said
     */
    Optional<String> objection(Checkpoint published) {
        if (!asked) {
            return Optional.of("it was not asked yet");
        }
        return switch (answer) {
            case Witness.Shown.Kept kept -> Optional.empty();
            // Another gateway may have shown it what was published since.
            case Witness.Shown.Ahead(long size) ->
                size > published.size()
                        ? Optional.of("it has seen " + size + " entries, and the database's log was published with "
                                + published.size() + ": entries are lost; see farol restore")
                        : Optional.empty();
            case Witness.Shown.Differs differs -> Optional.of("it has seen another log: see farol audit verify");
        };
    }

    /** Tells the log of what is wrong, now and then. */
    void alarm(Checkpoint published) {
        long now = nanoTime.getAsLong();
        boolean late =
                lackingSince.filter(since -> now - since > BEHIND.toNanos()).isPresent();
        Optional<String> objection = asked ? objection(published) : Optional.empty();
        if (now - quietUntil < 0 || !late && objection.isEmpty()) {
            return;
        }
        quietUntil = now + SAY_AGAIN.toNanos();
        objection.ifPresentOrElse(
                why -> LOG.error("ALARM nothing is sealed, the witness {} speaks against it: {}", witness.name(), why),
                () -> LOG.error(
                        "ALARM the witness {} has lacked what is published for {} ms: {}",
                        witness.name(),
                        behindMillis(),
                        trouble));
    }

    WitnessFigures figures(Checkpoint published) {
        return new WitnessFigures(
                witness.name(),
                cosigned.map(Checkpoint::size).orElse(-1L),
                behindMillis(),
                asked && objection(published).isPresent());
    }

    private long behindMillis() {
        return lackingSince
                .map(since -> Duration.ofNanos(nanoTime.getAsLong() - since).toMillis())
                .orElse(0L);
    }
}
