package mo.farol.gatling.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void isTheSlopePerHourThroughAllPoints() {
        Trend trend =
                Trend.of(List.of(new Trend.Point(0, 100), new Trend.Point(1800, 160), new Trend.Point(3600, 180)));
        assertThat(trend.first()).isEqualTo(100);
        assertThat(trend.last()).isEqualTo(180);
        assertThat(trend.perHour()).isCloseTo(80, within(1e-9));
    }

    @Test
    void isFlatWhereNoTimePassed() {
        assertThat(Trend.of(List.of(new Trend.Point(1, 5), new Trend.Point(1, 9)))
                        .perHour())
                .isZero();
    }
}
