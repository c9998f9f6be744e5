package mo.farol.server.operator;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** What every event of the civil registry has: a name of its own, and a place in the order. */
final class RegistryWords {
    private static final Pattern EVENT_ID = Pattern.compile("[!-~]{1,64}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /** The largest number that every JSON reader gets right (RFC 8259, 6). */
    private static final long LARGEST = (1L << 53) - 1;

    private RegistryWords() {}

    static String eventId(@Nullable String text) throws RequestRefused {
        return Words.matching(EVENT_ID, text);
    }

    static long sequence(@Nullable Long number) throws RequestRefused {
        if (number == null || number < 1 || number > LARGEST) {
            throw Bodies.invalid();
        }
        return number;
    }

    static LocalDate date(@Nullable String text) throws RequestRefused {
        try {
            return LocalDate.parse(Words.matching(DATE, text));
        } catch (DateTimeParseException noSuchDay) {
            throw Bodies.invalid();
        }
    }
}
