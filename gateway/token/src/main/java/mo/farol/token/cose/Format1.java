package mo.farol.token.cose;

/**
 * The numbers that format {@code EID1} pins. Algorithms are those of the COSE-HPKE draft and RFC 9864 when the format was
 * written; later changes there do not reach it.
 */
public final class Format1 {
    /** In front of the Base45 text. */
    public static final String PREFIX = "EID1:";
    /** The longest text that is looked at, in characters. */
    public static final int MAX_CHARACTERS = 512;
    /** The format's name inside signed structures. */
    static final String NAME = "EID1";

    /** HPKE-3: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
    static final int HPKE_3 = 41;
    /** A128GCM (RFC 9053, 4.1). */
    static final int A128GCM = 1;
    /** ESP256: ECDSA with P-256 and SHA-256 (RFC 9864). */
    static final int ESP256 = -9;

    /** Header labels (RFC 9052, 3.1, and the COSE-HPKE draft for {@code ek}). */
    static final int ALG = 1;

    static final int KID = 4;
    static final int IV = 5;
    static final int ENCAPSULATED_KEY = -4;

    /** Claim keys (RFC 8392, and 10 for the nonce as in RFC 9711). */
    static final int IAT = 6;

    static final int CTI = 7;
    static final int NONCE = 10;

    /** Lengths in bytes. */
    public static final int HPKE_KID_LENGTH = 4;

    public static final int ENCAPSULATED_KEY_LENGTH = 32;
    public static final int TICKET_LENGTH = 16;
    public static final int IV_LENGTH = 12;
    public static final int TAG_LENGTH = 16;
    public static final int SIGNATURE_LENGTH = 64;

    private Format1() {}
}
