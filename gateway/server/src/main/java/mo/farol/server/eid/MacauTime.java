package mo.farol.server.eid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people are shown them: RFC 3339 in milliseconds, with offset +08:00. */
public final class MacauTime {
    private static final ZoneOffset MACAU = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private MacauTime() {}

    public static String of(Instant at) {
        return TIME.format(at.atOffset(MACAU));
    }
}
