package mo.farol.token.cose;

/** The numbers that format {@code EIDC1} pins: a terminal's challenge, as a QR that phones scan. */
public final class ChallengeFormat {
    /** In front of the Base45 text. */
    public static final String PREFIX = "EIDC1:";
    /** The longest text that is looked at, in characters. With names of usual length a text has some 300. */
    public static final int MAX_CHARACTERS = 2559;

    /** The longest names, in bytes of UTF-8: what the operator API lets in, at three bytes a character. */
    public static final int LONGEST_INSTITUTION = 600;

    public static final int LONGEST_PURPOSE = 300;
    public static final int LONGEST_TERMINAL = 600;

    /** The format's name inside signed structures. */
    static final String NAME = "EIDC1";

    /** Claim keys of RFC 8392 and RFC 9711. */
    static final int EXP = 4;

    static final int NONCE = 10;

    /** Claim keys from the range for private use (RFC 8392, 9.1.1). */
    static final int INSTITUTION = -65537;

    static final int PURPOSE = -65538;
    static final int TERMINAL = -65539;

    private ChallengeFormat() {}
}
