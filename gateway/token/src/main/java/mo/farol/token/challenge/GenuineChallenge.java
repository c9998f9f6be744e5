package mo.farol.token.challenge;

/** A challenge that a published key of the gateway signed; only {@link ChallengeVerifier} makes one. */
public final class GenuineChallenge {
    private final TerminalChallenge challenge;

    GenuineChallenge(TerminalChallenge challenge) {
        this.challenge = challenge;
    }

    /** What it says; it may have expired. */
    public TerminalChallenge challenge() {
        return challenge;
    }

    @Override
    public String toString() {
        return "GenuineChallenge[" + challenge.id() + "]";
    }
}
