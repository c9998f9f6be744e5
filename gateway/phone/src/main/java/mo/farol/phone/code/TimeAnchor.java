package mo.farol.phone.code;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;
import mo.farol.phone.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What a phone knows of the gateway's time. Codes carry the time they were made at, so a phone whose clock is wrong would
 * show codes that nobody accepts: it goes by the last time that the gateway told it, and says so. Safe for use by many
 * threads.
 */
public final class TimeAnchor {
    /** More than the second that the Date header leaves out, less than what the gateway tolerates. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(10);
    /** An anchor as old as this does not help a phone whose clock was moved since. */
    private static final Duration TOO_OLD = Duration.ofHours(24);
    /** The Date header counts whole seconds: on average half a second has passed. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Clock device;
    private final LongSupplier nanoTime;
    private @Nullable Anchored anchored;

    /** @param nanoTime such as {@link System#nanoTime}, which nobody can set */
    public TimeAnchor(Clock device, LongSupplier nanoTime) {
        this.device = device;
        this.nanoTime = nanoTime;
    }

    /** A phone's own clocks, without an anchor yet. */
    public static TimeAnchor ofThisDevice() {
        return new TimeAnchor(Clock.systemUTC(), System::nanoTime);
    }

    /** The gateway said what time it is. */
    public synchronized void observe(Instant gatewayTime) {
        anchored = new Anchored(gatewayTime, device.instant(), nanoTime.getAsLong());
    }

    /** Learns from a reply's Date header (RFC 9110, 6.6.1); a reply without one teaches nothing. */
    public void observe(Reply reply) {
        reply.headers().firstValue("Date").ifPresent(text -> {
            try {
                observe(DateTimeFormatter.RFC_1123_DATE_TIME
                        .parse(text, Instant::from)
                        .plus(HALF_A_SECOND));
            } catch (DateTimeException notADate) {
                // A header from some proxy: no anchor is better than a wrong one.
                return;
            }
        });
    }

    /** By how much the device's clock is ahead of the gateway's time; negative when behind, zero without an anchor. */
    public synchronized Duration deviceAheadBy() {
        return Duration.between(now(), device.instant());
    }

    /** What to tell the phone's owner, in English; empty when the device's clock is right or nothing is known. */
    public Optional<String> warning() {
        Duration ahead = deviceAheadBy();
        if (ahead.abs().compareTo(NOTICEABLE) < 0) {
            return Optional.empty();
        }
        return Optional.of("This phone's clock is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead")
                + ". Codes go by the gateway's time meanwhile; set date and time to automatic.");
    }

    /** Whether codes made now can be right: false when the anchor is a day old and the device's clock has jumped since. */
    public synchronized boolean mayMint() {
        if (anchored == null) {
            return true;
        }
        Duration elapsed = anchored.elapsed(nanoTime.getAsLong());
        Duration jump = Duration.between(anchored.device(), device.instant()).minus(elapsed);
        return elapsed.compareTo(TOO_OLD) < 0 || jump.abs().compareTo(NOTICEABLE) < 0;
    }

    /** The gateway's time as far as this phone knows it; the device's without an anchor. */
    public Clock clock() {
        return new AnchoredClock(ZoneOffset.UTC);
    }

    private synchronized Instant now() {
        return anchored == null ? device.instant() : anchored.gateway().plus(anchored.elapsed(nanoTime.getAsLong()));
    }

    private record Anchored(Instant gateway, Instant device, long nanos) {
        Duration elapsed(long now) {
            return Duration.ofNanos(now - nanos);
        }
    }

    private final class AnchoredClock extends Clock {
        private final ZoneId zone;

        AnchoredClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new AnchoredClock(other);
        }
    }
}
