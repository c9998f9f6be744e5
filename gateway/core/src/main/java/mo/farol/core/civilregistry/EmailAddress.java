package mo.farol.core.civilregistry;

import java.util.regex.Pattern;

/** Addresses that can be written to without quoting: none can smuggle a header or a second recipient into a mail. */
final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");

    private EmailAddress() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
