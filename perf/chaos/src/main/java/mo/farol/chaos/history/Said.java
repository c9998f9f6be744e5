package mo.farol.chaos.history;

/** What came back. */
public enum Said {
    /** {@code verified} or {@code check_manually}. */
    ACCEPTED,
    /** The code was refused. */
    REFUSED,
    /** An act was carried out, or an access token given. */
    DONE,
    /** The request was turned away with a problem that does not say {@link #UNAVAILABLE}. */
    TURNED_AWAY,
    /** Status 503 or 504: ask again. */
    UNAVAILABLE,
    /** No complete answer: what became of the request is unknown. */
    BROKEN
}
