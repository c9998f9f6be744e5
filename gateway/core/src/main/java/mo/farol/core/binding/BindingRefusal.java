package mo.farol.core.binding;

/** Why something about a binding was refused. The number is what an event stores, never reused. */
public enum BindingRefusal {
    CHALLENGE_UNKNOWN(1),
    CHALLENGE_EXPIRED(2),
    CHALLENGE_USED(3),
    SIGNATURE_INVALID(4),
    KEY_ALREADY_USED(5),
    /** Not signed by a configured provider, not for us, expired, or dated ahead: one answer for all. */
    ASSERTION_INVALID(6),
    /** For another person, another challenge or another purpose. */
    ASSERTION_MISMATCH(7),
    ASSERTION_USED(8),
    /** Liveness or likeness below the threshold: the kiosk is offered. */
    FACE_NOT_MATCHED(9),
    /** The person whose face would be checked is a twin or multiple. */
    KIOSK_REQUIRED(10),
    NO_AUTHORITY(11),
    /** The e-ID was a minor's when the challenge was made. */
    NO_LONGER_A_MINOR(12),
    /** Another phone was bound since the challenge was made. */
    BOUND_MEANWHILE(13),
    ATTESTATION_INVALID(14),
    KEY_LEVEL_TOO_LOW(15),
    CARD_NOT_IN_FORCE(16),
    PERSON_DECEASED(17),
    KIOSK_NUMBER_UNKNOWN(18),
    KIOSK_NUMBER_EXPIRED(19),
    KIOSK_NUMBER_LOCKED(20),
    KIOSK_NUMBER_USED(21),
    FINGERPRINT_NOT_MATCHED(22),
    ALREADY_SUSPENDED(23),
    NOT_SUSPENDED(24),
    ALREADY_UNBOUND(25),
    ALREADY_SUPERSEDED(26),
    SAME_OPERATOR(27),
    CASE_CLOSED(28),
    /** A registry event older than one already applied: recorded, and nothing changed. */
    OUT_OF_DATE(29),
    /** A registry event that cannot follow the card's state. */
    ILLEGAL_CARD_EVENT(30),
    GUARDIAN_NOT_ELIGIBLE(31),
    FINGERPRINT_MISSING(32),
    /** The account opens another e-ID, or did. */
    ACCOUNT_LINKED_ELSEWHERE(33),
    /** The e-ID has an account at that issuer, or had: two operators decide. */
    SECOND_OFFICER_REQUIRED(34),
    NO_ACCOUNT_LINKED(35);

    private final int number;

    BindingRefusal(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The problem's code in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
