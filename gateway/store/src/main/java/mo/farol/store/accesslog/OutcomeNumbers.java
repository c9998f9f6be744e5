package mo.farol.store.accesslog;

import java.util.Locale;
import mo.farol.core.terminal.Standing;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Refusal;
import org.jspecify.annotations.Nullable;

/** The numbers in access records: outcomes, and whose number the reason is. */
public final class OutcomeNumbers {
    /** Outcome: refused, or the terminal may not ask. */
    public static final int REFUSED = 3;

    /** A reason from here on is a {@link Standing}, below a {@link Refusal}. */
    public static final int FIRST_STANDING = 100;

    private static final int FIRST_CHECK = 200;
    private static final String[] WIRE_NAMES = {"", "verified", "check_manually", "refused"};

    private OutcomeNumbers() {}

    /** {@code verified}, {@code check_manually} or {@code refused}. */
    public static String wireName(int outcome) {
        return WIRE_NAMES[outcome];
    }

    /** The reason's code; null when verified. */
    public static @Nullable String code(int why) {
        if (why == 0) {
            return null;
        }
        Enum<?> reason =
                why > FIRST_CHECK ? ManualCheck.of(why) : why > FIRST_STANDING ? Standing.of(why) : Refusal.of(why);
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
