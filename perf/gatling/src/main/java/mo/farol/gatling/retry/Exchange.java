package mo.farol.gatling.retry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One question until it is answered: tried at one gateway, and at the next when the connection fails or the gateway cannot
 * answer now; once all were tried, after a wait that grows. Any other answer ends it, right or wrong. Used by one virtual
 * user, one step after the other.
 */
public final class Exchange {
    /** More than are made within {@link #GIVE_UP_AFTER}. */
    public static final int MOST_TRIES = 100;

    /** As the reference terminal does; the gateways keep a retry's answer for two minutes. */
    static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;
    private static final int NO_ANSWER = 0;
    private static final int OK = 200;

    private final List<URI> gateways;
    private final Losses losses;
    private final LongSupplier nanoTime;
    private final int first;
    private final long began;
    private int tries;
    private int status = NO_ANSWER;
    private long askedAt;
    private boolean late;

    /** @param first which of the gateways is tried first */
    public Exchange(List<URI> gateways, int first, Losses losses, LongSupplier nanoTime) {
        this.gateways = List.copyOf(gateways);
        this.first = first;
        this.losses = losses;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** To be called before each try. @return whether there is to be one */
    public boolean begin() {
        if (tries > 0 && status == NO_ANSWER) {
            losses.failed(gateway(), nanoTime.getAsLong());
        }
        boolean goesOn = tries == 0 || mayComeBack() && nanoTime.getAsLong() - began < GIVE_UP_AFTER.toNanos();
        if (goesOn) {
            tries++;
        }
        return goesOn;
    }

    private boolean mayComeBack() {
        return status == NO_ANSWER || status == UNAVAILABLE || status == TOO_MANY;
    }

    /** How long to wait before this try: not at all before every gateway was tried. */
    public Duration pause() {
        if (tries == 1 || (tries - 1) % gateways.size() != 0) {
            return Duration.ZERO;
        }
        int rounds = (tries - 1) / gateways.size();
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(rounds - 1, 8));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** The try leaves now. */
    public void ask() {
        askedAt = nanoTime.getAsLong();
        status = NO_ANSWER;
        late = tries > 1 && !losses.inGrace(askedAt);
        if (late) {
            losses.lateRetry();
        }
    }

    /** Where this try goes. */
    public URI gateway() {
        return gateways.get(Math.floorMod(first + tries - 1, gateways.size()));
    }

    /** What this try is called in the report. */
    public String name() {
        if (tries == 1) {
            return "first try";
        }
        return late ? "retry, later" : "retry, within 5 s of a loss";
    }

    /** An answer came. @param answer its HTTP status */
    public void answered(int answer) {
        status = answer;
        losses.answered(gateway(), askedAt);
        if (late && answer == OK) {
            losses.lateAnswer();
        }
    }
}
