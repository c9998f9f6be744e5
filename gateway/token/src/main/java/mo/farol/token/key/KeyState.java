package mo.farol.token.key;

/** Where a gateway key is in its life. */
public enum KeyState {
    /** Phones make codes for it. */
    CURRENT,
    /** Published ahead of its use; codes for it are already accepted. */
    NEXT,
    /** Out of use. Its codes still open, so that refusing them costs what any refusal costs, but never become genuine. */
    RETIRED
}
