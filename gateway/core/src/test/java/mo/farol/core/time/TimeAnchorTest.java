package mo.farol.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.core.time.DatabaseTime.UncertainTime;
import org.junit.jupiter.api.Test;

class TimeAnchorTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
    private final TimeAnchor anchor = new TimeAnchor(nanos::get);

    @Test
    void doesNotKnowTheTimeBeforeTheFirstReading() {
        assertThatThrownBy(anchor::millis).isInstanceOf(UncertainTime.class);
    }

    @Test
    void carriesTheReadingOnFromTheMiddleOfTheRoundTripAlsoWhereNanoTimeOverflows() throws Exception {
        readAt(NOON, Duration.ofMillis(20));
        pass(Duration.ofSeconds(30));
        assertThat(anchor.millis()).isEqualTo(NOON.toEpochMilli() + 30_000 + 10);
    }

    @Test
    void isUncertainWhenTheAnswerTookLongerThanTwoSeconds() {
        readAt(NOON, Duration.ofMillis(2001));
        assertThatThrownBy(anchor::millis).isInstanceOf(UncertainTime.class);
    }

    @Test
    void becomesUncertainWithoutNewReadingsAndRecoversWithOne() throws Exception {
        readAt(NOON, Duration.ofMillis(2));
        pass(Duration.ofSeconds(199));
        assertThat(anchor.millis()).isPositive();
        pass(Duration.ofSeconds(2));
        assertThatThrownBy(anchor::millis).isInstanceOf(UncertainTime.class);
        readAt(NOON.plusSeconds(201), Duration.ofMillis(2));
        assertThat(anchor.millis()).isEqualTo(NOON.plusSeconds(201).toEpochMilli() + 1);
    }

    @Test
    void keepsAQuickReadingAgainstASlowOneAndFollowsTheDatabaseWhenItsClockIsSet() throws Exception {
        readAt(NOON, Duration.ofMillis(2));
        readAt(NOON.plusSeconds(5), Duration.ofMillis(400));
        assertThat(anchor.millis()).isEqualTo(NOON.toEpochMilli() + 401);
        pass(Duration.ofSeconds(1));
        readAt(NOON.minusSeconds(60), Duration.ofMillis(2));
        assertThat(anchor.millis()).isEqualTo(NOON.minusSeconds(60).toEpochMilli() + 1);
    }

    private void readAt(Instant time, Duration roundTrip) {
        long mark = anchor.mark();
        pass(roundTrip);
        anchor.read(mark, time);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
