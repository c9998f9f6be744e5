package mo.farol.core.verification;

import java.util.Arrays;

/**
 * Why a genuine code was refused. Each has its own plain advice; the number is what access records store, never reused
 * and never changed.
 */
public enum Refusal {
    EXPIRED(1),
    CLOCK_SKEW(2),
    ALREADY_USED(3),
    WRONG_CODE_TYPE(4),
    SUPERSEDED(5),
    SUSPENDED(6),
    UNBOUND(7),
    CARD_EXPIRED(8),
    CARD_CANCELLED(9),
    LANE_NOT_ELIGIBLE(10),
    /** The purpose takes challenge codes only. */
    CHALLENGE_REQUIRED(11),
    /**
     * The code answers a challenge that is not this terminal's, was shown for another purpose, is over, or was used; or
     * another one than the request names, and so a later request for the same code may fare better.
     */
    CHALLENGE_MISMATCH(12),
    /** The purpose asks for a key in better hardware than this phone's attestation proved. */
    KEY_LEVEL_TOO_LOW(13);

    private final int number;

    Refusal(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether a later scan of the same code for the same purpose must be refused for the same reason. */
    boolean lasts() {
        return switch (this) {
            case EXPIRED, ALREADY_USED, WRONG_CODE_TYPE, SUPERSEDED, UNBOUND -> true;
            case CLOCK_SKEW,
                    SUSPENDED,
                    CARD_EXPIRED,
                    CARD_CANCELLED,
                    LANE_NOT_ELIGIBLE,
                    CHALLENGE_REQUIRED,
                    CHALLENGE_MISMATCH,
                    KEY_LEVEL_TOO_LOW -> false;
        };
    }

    /** @throws IllegalArgumentException when no refusal has this number */
    public static Refusal of(int number) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no refusal " + number));
    }

    /** The outcome's code in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
