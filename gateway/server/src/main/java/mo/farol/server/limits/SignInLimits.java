package mo.farol.server.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.server.config.RateConfig;

/**
 * What the token endpoint of one node takes on: so many sign-ins at a time, because anybody may ask, and so many of one
 * terminal, counted only once it has proved who it is, so that nobody else can spend its budget. A token lives 600 s.
 */
public final class SignInLimits {
    private static final RateConfig PER_TERMINAL = new RateConfig(1, 60);

    private final int mostAtATime;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Buckets<Long> terminals;

    private SignInLimits(int mostAtATime, RateConfig perTerminal) {
        this.mostAtATime = mostAtATime;
        this.terminals = new Buckets<>("sign-in", perTerminal);
    }

    /** 64 at a time; of one terminal 60 at once and one a second. */
    public static SignInLimits standard() {
        return new SignInLimits(64, PER_TERMINAL);
    }

    /** @return false when enough are under way; true must be followed by {@link #leave} */
    public boolean enter() {
        if (underWay.incrementAndGet() <= mostAtATime) {
            return true;
        }
        underWay.decrementAndGet();
        return false;
    }

    public void leave() {
        underWay.decrementAndGet();
    }

    /** @return how long the terminal has to wait; empty: it may sign in */
    public Optional<Duration> pauseOf(long terminal) {
        ConsumptionProbe probe = terminals.take(terminal);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
