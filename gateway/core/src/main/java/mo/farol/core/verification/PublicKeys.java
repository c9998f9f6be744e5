package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/**
 * The public keys of all bindings, past and present: immutable facts, cached per node. Misses are looked up in batches.
 */
public interface PublicKeys {
    /**
     * @param onBehalfOf the terminal whose budget of look-ups a miss is taken from
     * @return empty when no binding ever had this key id; fails with {@link BudgetSpent}, or with
     *     {@link ArbiterUnreachable} when the database cannot be asked
     */
    Future<Optional<BindingPublicKey>> find(BindingKeyId id, TerminalIdentity onBehalfOf);

    /** Forgets what is cached for this key id, after {@code decide_again}. */
    void forget(BindingKeyId id);

    /** The terminal asked for too many unknown keys: it waits, others do not. */
    final class BudgetSpent extends Exception {
        private static final long serialVersionUID = 1L;

        public BudgetSpent() {
            super("too many unknown binding keys from one terminal", null, false, false);
        }
    }
}
