package mo.farol.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE})
    void drawsTheSameFromTheSameSeed(long seed) {
        assertThat(Schedule.draw(seed, true)).isEqualTo(Schedule.draw(seed, true));
        assertThat(Schedule.draw(seed, false)).isEqualTo(Schedule.draw(seed, false));
    }

    @Test
    void hasEveryKindOfFaultWithinTwentySeedsAnywhere() {
        for (long first : new long[] {0, 7, 1_000_003, -5}) {
            assertThat(LongStream.range(first, first + 20)
                            .mapToObj(seed -> Schedule.draw(seed, true))
                            .flatMap(schedule -> schedule.steps().stream())
                            .map(step -> step.fault().kind()))
                    .contains(
                            "kill-gateway",
                            "freeze-gateway",
                            "kill-postgres",
                            "restart-postgres",
                            "freeze-postgres",
                            "cut",
                            "full-restart",
                            "failover",
                            "point-in-time-restore",
                            "clock-offset",
                            "rolling-restart");
        }
    }

    @Test
    void hasOneToThreeFaultsAndRestartsEverythingInFewSchedules() {
        List<Schedule> many = LongStream.range(0, 1_000)
                .mapToObj(seed -> Schedule.draw(seed, true))
                .toList();
        assertThat(many).allSatisfy(schedule -> assertThat(schedule.steps()).hasSizeBetween(1, 3));
        for (String large : List.of("full-restart", "failover", "point-in-time-restore", "rolling-restart")) {
            assertThat(many.stream()
                            .filter(schedule -> schedule.steps().stream()
                                    .anyMatch(step -> step.fault().kind().equals(large)))
                            .count())
                    .as(large)
                    .isBetween(50L, 100L);
        }
    }

    @Test
    void endsEveryFaultBeforeTheLoadEnds() {
        for (boolean quick : new boolean[] {true, false}) {
            LongStream.range(0, 1_000)
                    .mapToObj(seed -> Schedule.draw(seed, quick))
                    .forEach(schedule -> assertThat(schedule.steps()).allSatisfy(step -> {
                        assertThat(step.at()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
                        assertThat(step.at().plus(step.lasts())).isLessThan(schedule.length());
                        assertThat(step.lasts()).isLessThanOrEqualTo(Duration.ofSeconds(quick ? 8 : 60));
                    }));
        }
    }

    @Test
    void freezesForUpToAMinuteOnlyWhenThereIsTime() {
        assertThat(longest(true)).isLessThanOrEqualTo(Duration.ofSeconds(8));
        assertThat(longest(false)).isGreaterThan(Duration.ofSeconds(40));
    }

    private static Duration longest(boolean quick) {
        return IntStream.range(0, 2_000)
                .mapToObj(seed -> Schedule.draw(seed, quick))
                .flatMap(schedule -> schedule.steps().stream())
                .map(Schedule.Step::lasts)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    @Test
    void cutsGatewaysFromOthersAndNeverFromThemselves() {
        assertThat(LongStream.range(0, 2_000)
                        .mapToObj(seed -> Schedule.draw(seed, true))
                        .flatMap(schedule -> schedule.steps().stream())
                        .map(Schedule.Step::fault))
                .allSatisfy(fault -> {
                    if (fault instanceof Fault.Cut cut) {
                        assertThat(cut.from()).isNotEqualTo(cut.to());
                    }
                });
    }
}
