package mo.farol.api.problem;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What to tell a person about a code that was not simply verified. Several may share one outcome code. */
public enum Advice {
    /** Anything that is not proven genuine. */
    NOT_RECOGNISED(null),
    /** The phone has shown a newer code since. */
    EXPIRED(null),
    /** Too old, by a known age. */
    EXPIRED_BY_AGE("expired"),
    /** So old that the phone's clock may be slow. */
    EXPIRED_CHECK_CLOCK("expired"),
    CLOCK_SKEW(null),
    ALREADY_USED(null),
    WRONG_CODE_TYPE_OPEN_EID("wrong_code_type"),
    WRONG_CODE_TYPE_OPEN_CLEARANCE("wrong_code_type"),
    SUPERSEDED(null),
    SUSPENDED(null),
    UNBOUND(null),
    CARD_EXPIRED(null),
    CARD_CANCELLED(null),
    LANE_NOT_ELIGIBLE(null),
    CHALLENGE_REQUIRED(null),
    CHALLENGE_MISMATCH(null),
    KEY_LEVEL_TOO_LOW(null),
    /** {@code check_manually}: a person was to compare the photo. */
    NO_PHOTO_ON_FILE(null),
    /** {@code check_manually}: somebody else may have held the card. */
    CARD_REPORTED_FOUND(null);

    /** From this age in seconds on, a code may be old because the phone's clock is slow. */
    public static final long CLOCK_HINT_FROM = 60;

    private final @Nullable String code;

    Advice(@Nullable String code) {
        this.code = code;
    }

    /** The outcome's code in the API. */
    public String code() {
        return code == null ? key() : code;
    }

    /** The advice's own name in the catalogue. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param ageSeconds the age of the code, empty when it is merely not the newest */
    public static Advice expired(OptionalLong ageSeconds) {
        if (ageSeconds.isEmpty()) {
            return EXPIRED;
        }
        return ageSeconds.getAsLong() >= CLOCK_HINT_FROM ? EXPIRED_CHECK_CLOCK : EXPIRED_BY_AGE;
    }
}
