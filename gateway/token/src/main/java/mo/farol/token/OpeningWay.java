package mo.farol.token;

/** How the content key of a code was reached. */
public enum OpeningWay {
    /** Encapsulated to the gateway's key (RFC 9180, base mode). */
    HPKE,
    /** Derived from a ticket that the phone fetched while online. */
    TICKET
}
