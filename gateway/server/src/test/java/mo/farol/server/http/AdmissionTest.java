package mo.farol.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A model of an event loop in time by hand: so many answers a second, whoever is let in waits for those before. */
class AdmissionTest {
    private static final long TICK_MILLIS = EventLoopLag.PERIOD_MILLIS;

    private final AtomicLong now = new AtomicLong();
    private final EventLoopLag lag = new EventLoopLag(now::get);
    private final Admission admission = new Admission(2048, 1000, lag);
    private final Deque<Long> waiting = new ArrayDeque<>();
    private double capacity;
    private long answered;
    private long turnedAway;
    private long slowestMillis;

    @Test
    void answersWhomItLetsInWithinTheUsualTimeUnderTenTimesTheLoad() {
        run(500, 1_000, 10);
        run(5_000, 1_000, 2);
        slowestMillis = 0;
        answered = 0;
        turnedAway = 0;

        run(10_000, 1_000, 10);

        assertThat(slowestMillis).isLessThan(60);
        assertThat(answered).as("and wastes nothing of what it can").isGreaterThan(9_500);
        assertThat(turnedAway).isGreaterThan(80_000);
    }

    @Test
    void doesNotTakeAFullHouseForTheUsual() {
        run(500, 1_000, 10);
        serveWithSoManyWaiting(60, 1_000, 20);
        run(10_000, 1_000, 2);
        slowestMillis = 0;

        run(10_000, 1_000, 10);

        assertThat(slowestMillis).isLessThan(50);
    }

    /** Callers who each ask again as soon as they are answered. */
    private void serveWithSoManyWaiting(int callers, int ability, int seconds) {
        for (int i = 0; i < seconds * 1000; i++) {
            while (waiting.size() < callers) {
                arrive();
            }
            run(0, ability, Duration.ofMillis(1));
        }
        assertThat(turnedAway).isZero();
    }

    @Test
    void turnsNobodyAwayWhileItKeepsUp() {
        run(900, 1_000, 20);

        assertThat(turnedAway).isZero();
    }

    @Test
    void turnsNobodyAwayBecauseADatabaseHesitated() {
        run(100, 1_000, 5);
        run(100, 0, 1);
        run(100, 1_000, 5);

        assertThat(turnedAway).isZero();
    }

    @Test
    void letsEverybodyInAgainOnceTheLoadIsGone() {
        run(10_000, 1_000, 5);
        turnedAway = 0;

        run(0, 1_000, 1);
        run(900, 1_000, 10);

        assertThat(turnedAway).isZero();
    }

    @Test
    void letsMoreInWhereTheyAreAnsweredInTime() {
        run(20_000, 15_000, 10);
        answered = 0;

        run(20_000, 15_000, 5);

        assertThat(answered).isGreaterThan(70_000);
    }

    /** Milliseconds of {@code rate} requests a second against {@code ability} answers a second. */
    private void run(int rate, int ability, int seconds) {
        run(rate, ability, Duration.ofSeconds(seconds));
    }

    private void run(int rate, int ability, Duration time) {
        double due = 0;
        for (int millis = 0; millis < time.toMillis(); millis++) {
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            due += rate / 1000.0;
            for (; due >= 1; due--) {
                arrive();
            }
            capacity = Math.min(capacity + ability / 1000.0, 50);
            for (; capacity >= 1 && !waiting.isEmpty(); capacity--) {
                answer();
            }
            if (now.get() / 1_000_000 % TICK_MILLIS == 0) {
                lag.tick();
                admission.tick();
            }
        }
    }

    private void arrive() {
        if (admission.isFull()) {
            turnedAway++;
        } else {
            admission.begun();
            waiting.add(now.get());
        }
    }

    private void answer() {
        long took = now.get() - waiting.remove();
        admission.ended();
        admission.decidedAfter(took + TimeUnit.MILLISECONDS.toNanos(5));
        answered++;
        slowestMillis = Math.max(slowestMillis, TimeUnit.NANOSECONDS.toMillis(took));
    }
}
