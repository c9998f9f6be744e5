package mo.farol.core.verification;

import java.util.Arrays;

/**
 * What a person must look at before relying on an accepted code: the outcome is {@code check_manually}. The number is
 * what access records store, never reused and never changed.
 */
public enum ManualCheck {
    /** A person was to compare the photo, and none is on file. */
    NO_PHOTO_ON_FILE(201),
    /** The card was reported found: somebody else may have held it. */
    CARD_REPORTED_FOUND(202);

    private final int number;

    ManualCheck(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when no check has this number */
    public static ManualCheck of(int number) {
        return Arrays.stream(values())
                .filter(check -> check.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check " + number));
    }

    /** The outcome's code in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
