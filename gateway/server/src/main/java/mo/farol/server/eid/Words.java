package mo.farol.server.eid;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import mo.farol.server.http.FreeText;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** Short texts of which only some are right; the others are {@code invalid_request}. */
public final class Words {
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern KIOSK_NUMBER = Pattern.compile("[0-9]{8}");

    private Words() {}

    public static String reason(@Nullable String text) throws RequestRefused {
        return matching(REASON, text);
    }

    public static @Nullable String optionalReason(@Nullable String text) throws RequestRefused {
        return text == null ? null : reason(text);
    }

    /** Eight digits. */
    public static String kioskNumber(@Nullable String text) throws RequestRefused {
        return matching(KIOSK_NUMBER, text);
    }

    public static String matching(Pattern pattern, @Nullable String text) throws RequestRefused {
        if (text == null || !pattern.matcher(text).matches()) {
            throw Bodies.invalid();
        }
        return text;
    }

    /** Text that says something, in so many UTF-16 units at most. */
    public static String said(@Nullable String text, int longest) throws RequestRefused {
        String said = FreeText.optional(text, longest);
        if (said == null) {
            throw Bodies.invalid();
        }
        return said;
    }

    /** The API's name of a constant: {@code ONE_ACCOUNT_WEB} is {@code one_account_web}. */
    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant with this name in the API. */
    public static <E extends Enum<E>> E oneOf(E[] constants, @Nullable String text) throws RequestRefused {
        return Arrays.stream(constants)
                .filter(each -> label(each).equals(text))
                .findFirst()
                .orElseThrow(Bodies::invalid);
    }
}
