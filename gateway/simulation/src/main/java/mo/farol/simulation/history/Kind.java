package mo.farol.simulation.history;

/** What is being tried. */
public enum Kind {
    /** The first showing of a code, as it should be. */
    FRESH,
    /** The same text again. */
    REPLAY,
    /** The same signed claims in other bytes. */
    REENCODED,
    /** The same request again, because no answer came. */
    RETRY,
    /** The same request and Idempotency-Key from another terminal. */
    STOLEN_RETRY_KEY,
    /** Another code with an Idempotency-Key that was used. */
    REUSED_KEY,
    /** A text that no phone made. */
    TAMPERED,
    /** A code for a purpose that takes another type. */
    WRONG_TYPE,
    /** A code that is too old, from the future, or older than one shown before. */
    OUT_OF_TIME
}
