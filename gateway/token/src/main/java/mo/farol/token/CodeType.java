package mo.farol.token;

/** The two codes a phone can show. They use different gateway keys, so the key that opens a code tells its type. */
public enum CodeType {
    /** Proves who the holder is to an institution. */
    EID("eid"),
    /** My Clearance (我的通關): proves who the holder is to a border checkpoint's lane. */
    CLEARANCE("clearance");

    private final String label;

    CodeType(String label) {
        this.label = label;
    }

    /** The name used in signed structures, configuration and the API: {@code eid} or {@code clearance}. */
    public String label() {
        return label;
    }

    /** The HPKE {@code info} of this type: {@code EID1/} and the label. */
    public String hpkeInfo() {
        return "EID1/" + label;
    }
}
