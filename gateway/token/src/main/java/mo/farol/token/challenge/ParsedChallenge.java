package mo.farol.token.challenge;

import mo.farol.token.cose.Sign1;

/**
 * A text that has the shape of a challenge. Nothing in it is believed yet, so it shows which key to verify it with and
 * nothing else.
 */
public final class ParsedChallenge {
    private final ChallengeKeyId keyId;
    private final TerminalChallenge claimed;
    private final Sign1 signed;

    ParsedChallenge(ChallengeKeyId keyId, TerminalChallenge claimed, Sign1 signed) {
        this.keyId = keyId;
        this.claimed = claimed;
        this.signed = signed;
    }

    /** The key that it claims to be signed with. */
    public ChallengeKeyId keyId() {
        return keyId;
    }

    TerminalChallenge claimed() {
        return claimed;
    }

    Sign1 signed() {
        return signed;
    }

    @Override
    public String toString() {
        return "ParsedChallenge[" + keyId + "]";
    }
}
