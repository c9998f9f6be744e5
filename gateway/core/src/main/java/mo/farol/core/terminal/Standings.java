package mo.farol.core.terminal;

import io.vertx.core.Future;
import java.util.Optional;

/**
 * Whether signed-in terminals still stand, cached per node for some seconds. It lets a suspended terminal be turned away
 * before anything is read; no acceptance rests on it, because the redeeming statement reads the standing itself.
 */
public interface Standings {
    /**
     * @return empty when terminal, institution and means all stand; fails with {@link
     *     mo.farol.core.verification.ArbiterUnreachable} when the database cannot be asked
     */
    Future<Optional<Standing>> of(TerminalIdentity terminal);

    /** Forgets what is cached of this terminal. */
    void forget(long terminal);

    /** Forgets all: an institution or a means, and with it many terminals, was suspended or goes on. */
    void forgetAll();
}
