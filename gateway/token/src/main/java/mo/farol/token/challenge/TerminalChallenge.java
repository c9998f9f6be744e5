package mo.farol.token.challenge;

import mo.farol.token.Nonce;

/**
 * What a terminal's challenge says: who asks, and what for. A phone shows it before it answers.
 *
 * @param id random; the code that answers carries it as its nonce
 * @param institution its public name
 * @param purpose its name in the catalogue
 * @param terminal its public name
 * @param expires seconds since 1970 by the database's clock: not accepted after it
 */
public record TerminalChallenge(Nonce id, String institution, String purpose, String terminal, long expires) {
    /** @throws IllegalArgumentException when a name cannot be shown as it is, or the expiry is negative */
    public TerminalChallenge {
        if (!isName(institution) || !isName(purpose) || !isName(terminal)) {
            throw new IllegalArgumentException("a challenge's names can be shown");
        }
        if (expires < 0) {
            throw new IllegalArgumentException("an expiry is unsigned");
        }
    }

    /** Whether the text says something and holds nothing that changes how the text around it is shown. */
    public static boolean isName(String text) {
        return !text.isBlank() && text.codePoints().noneMatch(TerminalChallenge::isHidden);
    }

    /** The name as it can be shown: what would be hidden, or would turn the text around, is a space. */
    public static String showable(String name) {
        return name.codePoints()
                .map(point -> isHidden(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
