package mo.farol.server.mail;

import java.util.stream.Collectors;

/**
 * Text of others, made harmless in a plain-text mail: no line of its own making, no direction marks, and nothing that a
 * mail program would turn into a link.
 */
final class PlainText {
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TEXT = 4000;

    private PlainText() {}

    /** One line, such as an institution's name. */
    static String line(String text) {
        String line = unlinked(visible(text)).strip();
        return cut(line, LONGEST_LINE);
    }

    /** Several lines, each marked as somebody else's words. */
    static String quoted(String text) {
        return cut(text, LONGEST_TEXT)
                .lines()
                .map(line -> "> " + unlinked(visible(line)).strip())
                .collect(Collectors.joining("\n"));
    }

    /** Whatever is not a letter, mark, number, punctuation, symbol or space becomes a space; spaces do not pile up. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().map(c -> isVisible(c) ? c : ' ').forEach(visible::appendCodePoint);
        return visible.toString().replaceAll(" {2,}", " ");
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@code https://a.example} and {@code x@a.example} become {@code https: //a. example} and {@code x @a. example}. */
    private static String unlinked(String text) {
        return text.replace("://", ": //").replace("@", " @").replaceAll("\\.(?=\\p{L})", ". ");
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
