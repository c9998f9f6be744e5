package mo.farol.core.civilregistry;

import java.util.regex.Pattern;

/** What may stand for a name. */
final class Names {
    private static final int LONGEST = 200;
    /** Control characters, and halves of characters beyond the basic plane: those would not survive UTF-8. */
    private static final Pattern NEVER = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private Names() {}

    static boolean isNameOrEmpty(String text) {
        return text.isEmpty()
                || text.length() <= LONGEST
                        && !text.isBlank()
                        && !NEVER.matcher(text).find();
    }
}
