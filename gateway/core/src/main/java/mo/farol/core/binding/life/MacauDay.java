package mo.farol.core.binding.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The date by which ages are counted. */
final class MacauDay {
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private MacauDay() {}

    static LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, MACAU);
    }
}
