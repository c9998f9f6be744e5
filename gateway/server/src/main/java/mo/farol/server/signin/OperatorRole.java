package mo.farol.server.signin;

/** What an operator may do, as their provider's token says. */
public enum OperatorRole {
    /** Looks residents up, unbinds, and opens and approves counter cases. */
    COUNTER_OFFICER,
    /** Enters what the civil registry reports, links accounts and enrols terminals. */
    REGISTRY_OFFICER,
    /** Reads, and changes nothing. */
    AUDITOR;

    /** The name in the token. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
