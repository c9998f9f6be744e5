package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/**
 * The public keys of all bindings, past and present: immutable facts, cached per node. Misses are looked up in batches.
 *
 * <p>Each look-up is taken from its terminal's budget, and is given back only when it led to a genuine code: so texts that
 * are not genuine cost their terminal the same, whatever is wrong with them.
 */
public interface PublicKeys {
    /**
     * @param onBehalfOf the terminal whose budget of look-ups a miss is taken from
     * @return fails with {@link BudgetSpent}, or with {@link ArbiterUnreachable} when the database cannot be asked
     */
    Future<Found> find(BindingKeyId id, TerminalIdentity onBehalfOf);

    /**
     * Looks a known key up once more, for a code that is not signed with it: what an unknown binding would have cost.
     * Fails as {@link #find} does.
     */
    Future<Void> lookUpAgain(BindingKeyId id, TerminalIdentity onBehalfOf);

    /** The look-up led to a genuine code. */
    void giveBack(TerminalIdentity onBehalfOf);

    /** Forgets what is cached for this key id, after {@code decide_again}. */
    void forget(BindingKeyId id);

    /**
     * @param key empty when no binding ever had this key id
     * @param lookedUp false when it was cached
     */
    record Found(Optional<BindingPublicKey> key, boolean lookedUp) {}

    /** The terminal asked for too many unknown keys: it waits, others do not. */
    final class BudgetSpent extends Exception {
        private static final long serialVersionUID = 1L;

        public BudgetSpent() {
            super("too many codes from one terminal that were not genuine", null, false, false);
        }
    }
}
