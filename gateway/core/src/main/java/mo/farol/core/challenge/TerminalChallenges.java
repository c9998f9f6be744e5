package mo.farol.core.challenge;

import io.vertx.core.Future;
import mo.farol.core.binding.RequestKey;

/**
 * Where challenges are kept until a code answers them. A challenge is used up by the redeeming statement, and only while
 * it is kept: one that was forgotten can never be answered again, whatever the clock says.
 */
public interface TerminalChallenges {
    /**
     * Keeps a challenge, unless the same request has one already.
     *
     * @return when it is durable; fails with {@link mo.farol.core.verification.ArbiterUnreachable} when that is not known
     */
    Future<Entered> enter(IssuedChallenge challenge, RequestKey request);

    /** What became of a new challenge. */
    sealed interface Entered {
        /** It is kept. */
        record Kept() implements Entered {}

        /** The same request was answered before, with this one. */
        record Before(IssuedChallenge challenge) implements Entered {}

        /** Another request came with this Idempotency-Key. */
        record KeyReused() implements Entered {}
    }
}
