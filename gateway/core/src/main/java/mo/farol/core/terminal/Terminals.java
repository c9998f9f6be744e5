package mo.farol.core.terminal;

import io.vertx.core.Future;
import java.util.Optional;

/** The enrolled terminals, read at sign-in. Never cached, so a suspension stops the next sign-in. */
public interface Terminals {
    /**
     * The terminal with this OAuth client id.
     *
     * @return empty when no terminal has it; fails when the database cannot be asked
     */
    Future<Optional<EnrolledTerminal>> byClientId(String clientId);
}
