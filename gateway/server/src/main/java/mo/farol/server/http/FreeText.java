package mo.farol.server.http;

import mo.farol.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Text that a person wrote: anything that Unicode and the database can hold, within bounds. */
public final class FreeText {
    private FreeText() {}

    /**
     * @param longest in UTF-16 units
     * @return null when it is absent or blank
     */
    public static @Nullable String optional(@Nullable String text, int longest) throws RequestRefused {
        return text == null || text.isBlank() ? null : required(text, longest);
    }

    public static String required(@Nullable String text, int longest) throws RequestRefused {
        if (text == null || text.isEmpty() || text.length() > longest || !isStorable(text)) {
            throw new RequestRefused(ProblemCode.INVALID_REQUEST);
        }
        return text;
    }

    /** JSON can say U+0000 and half a surrogate pair; PostgreSQL and UTF-8 cannot. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF);
    }
}
