package mo.farol.token.cbor;

/** The major types of CBOR (RFC 8949, 3.1), in the order of their numbers. */
public enum Major {
    UNSIGNED,
    NEGATIVE,
    BYTES,
    TEXT,
    ARRAY,
    MAP,
    TAG,
    SIMPLE;

    private static final Major[] ALL = values();

    static Major of(int number) {
        return ALL[number];
    }
}
