package mo.farol.phone.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import mo.farol.phone.http.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAnchorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:15:30Z");

    private final Device device = new Device();
    private final TimeAnchor anchor = new TimeAnchor(device, () -> device.nanos);

    @Test
    void goesByTheDeviceUntilTheGatewaySaysWhatTimeItIs() {
        assertThat(anchor.clock().instant()).isEqualTo(NOW);
        assertThat(anchor.warning()).isEmpty();
        assertThat(anchor.mayMint()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-42, 42 s behind", "3600, 3600 s ahead"})
    void goesByTheGatewaysTimeAndSaysThatTheDeviceIsWrong(long seconds, String said) {
        device.now = NOW.plusSeconds(seconds);
        anchor.observe(NOW);
        device.pass(Duration.ofSeconds(20));
        assertThat(anchor.clock().instant()).isEqualTo(NOW.plusSeconds(20));
        assertThat(anchor.warning())
                .hasValueSatisfying(text -> assertThat(text).contains(said).contains("date and time to automatic"));
    }

    @Test
    void saysNothingOfWhatTheDateHeaderCannotTell() {
        device.now = NOW.plusMillis(900);
        anchor.observe(NOW);
        assertThat(anchor.warning()).isEmpty();
    }

    @Test
    void isNotMovedWhenTheDevicesClockIsMoved() {
        anchor.observe(NOW);
        device.pass(Duration.ofMinutes(5));
        device.now = device.now.plus(Duration.ofDays(3));
        assertThat(anchor.clock().instant()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(anchor.warning()).isPresent();
    }

    @Test
    void stopsMakingCodesWhenItIsADayOldAndTheClockHasJumpedSince() {
        anchor.observe(NOW);
        device.now = device.now.plus(Duration.ofMinutes(2));
        assertThat(anchor.mayMint()).isTrue();
        device.pass(Duration.ofHours(25));
        assertThat(anchor.mayMint()).isFalse();
        anchor.observe(NOW.plus(Duration.ofHours(25)));
        assertThat(anchor.mayMint()).isTrue();
    }

    @Test
    void goesOnForDaysWithAClockThatDidNotJump() {
        anchor.observe(NOW);
        device.pass(Duration.ofDays(20));
        assertThat(anchor.mayMint()).isTrue();
    }

    @Test
    void readsTheDateHeaderAndNothingFromAReplyWithoutOne() {
        anchor.observe(reply(Map.of("Date", List.of("Tue, 24 Nov 2026 02:25:30 GMT"))));
        assertThat(anchor.clock().instant()).isEqualTo(Instant.parse("2026-11-24T02:25:30.500Z"));
        anchor.observe(reply(Map.of()));
        anchor.observe(reply(Map.of("Date", List.of("yesterday"))));
        assertThat(anchor.clock().instant()).isEqualTo(Instant.parse("2026-11-24T02:25:30.500Z"));
        assertThat(anchor.clock().withZone(ZoneId.of("Asia/Macau")).instant())
                .isEqualTo(Instant.parse("2026-11-24T02:25:30.500Z"));
    }

    private static Reply reply(Map<String, List<String>> headers) {
        return new Reply(200, HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }

    /** A device whose clock can be set, and whose other clock cannot. */
    private static final class Device extends Clock {
        private Instant now = NOW;
        private long nanos = -5;

        void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
