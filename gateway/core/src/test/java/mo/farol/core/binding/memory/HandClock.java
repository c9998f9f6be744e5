package mo.farol.core.binding.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import mo.farol.core.time.DatabaseTime;

/** The database's clock, moved by hand. */
public final class HandClock implements DatabaseTime, InstantSource {
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private volatile Instant now = Instant.parse("2026-11-24T04:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long millis() {
        return now.toEpochMilli();
    }

    /** The clock of a node that cannot tell the time. */
    public static DatabaseTime uncertain() {
        return () -> {
            throw new UncertainTime();
        };
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, MACAU);
    }

    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    /** Noon in Macau. */
    public synchronized void goTo(LocalDate day) {
        now = day.atTime(12, 0).atZone(MACAU).toInstant();
    }
}
