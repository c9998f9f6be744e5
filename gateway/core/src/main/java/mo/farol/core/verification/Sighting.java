package mo.farol.core.verification;

/** What a node's replay table knows of a code. */
public enum Sighting {
    /** Nothing: it may be fresh, or news of its redemption did not come. */
    NONE,
    /** Redeemed by a request with this fingerprint. */
    BY_THIS_REQUEST,
    /** Redeemed by another request. */
    BY_ANOTHER
}
