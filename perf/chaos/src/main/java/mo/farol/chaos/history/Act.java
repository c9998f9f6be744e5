package mo.farol.chaos.history;

/** What the harness does to a gateway. */
public enum Act {
    /** A code is shown for the first time. */
    VERIFY,
    /** The same text is shown again. */
    REPLAY,
    /** The same claims with the other form of the signature, sealed anew. */
    REENCODED,
    /** The same terminal sends the same body under the same Idempotency-Key. */
    RETRY,
    /** Another terminal sends the same body under the Idempotency-Key of the first. */
    STOLEN_RETRY_KEY,
    /** A code that answers a challenge is shown at a terminal, or for a purpose, that the challenge does not name. */
    ELSEWHERE,
    SUSPEND,
    RESUME,
    UNBIND,
    /** The e-ID is bound to a new key; the subject is the key that this supersedes. */
    BIND,
    SUSPEND_TERMINAL,
    RESUME_TERMINAL,
    SUSPEND_INSTITUTION,
    RESUME_INSTITUTION,
    WITHDRAW_GRANT,
    GRANT_AGAIN,
    /** A client assertion at the token endpoint; the subject is its {@code jti}. */
    ASSERTION,
    /** A terminal asks for a challenge; the subject is the terminal. */
    CHALLENGE;

    /** Whether a code is sent. */
    public boolean isVerification() {
        return this == VERIFY || this == RETRY || this == ELSEWHERE || isReplay();
    }

    /** Whether a code that was, or may have been, accepted before is sent by somebody who is not an honest retry. */
    public boolean isReplay() {
        return this == REPLAY || this == REENCODED || this == STOLEN_RETRY_KEY;
    }

    /** Whether nothing may be accepted on the subject's account after this is acknowledged. */
    public boolean isWithdrawal() {
        return switch (this) {
            case SUSPEND, UNBIND, BIND, SUSPEND_TERMINAL, SUSPEND_INSTITUTION, WITHDRAW_GRANT -> true;
            case VERIFY,
                    REPLAY,
                    REENCODED,
                    RETRY,
                    STOLEN_RETRY_KEY,
                    ELSEWHERE,
                    RESUME,
                    RESUME_TERMINAL,
                    RESUME_INSTITUTION,
                    GRANT_AGAIN,
                    ASSERTION,
                    CHALLENGE -> false;
        };
    }

    /** Whether it is a binding that this withdraws: the others are of terminals, institutions and grants. */
    public boolean endsOrSuspendsBinding() {
        return this == SUSPEND || this == UNBIND || this == BIND;
    }

    /** Whether this ends a withdrawal of its subject. */
    public boolean isReturn() {
        return switch (this) {
            case RESUME, RESUME_TERMINAL, RESUME_INSTITUTION, GRANT_AGAIN -> true;
            case VERIFY,
                    REPLAY,
                    REENCODED,
                    RETRY,
                    STOLEN_RETRY_KEY,
                    ELSEWHERE,
                    SUSPEND,
                    UNBIND,
                    BIND,
                    SUSPEND_TERMINAL,
                    SUSPEND_INSTITUTION,
                    WITHDRAW_GRANT,
                    ASSERTION,
                    CHALLENGE -> false;
        };
    }
}
