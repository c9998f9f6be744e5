package mo.farol.server.auth;

import mo.farol.core.terminal.TerminalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that proved who it is and may sign in.
 *
 * @param certificate thumbprint of the client certificate it proved itself by, null when by an assertion
 */
record ProvenTerminal(TerminalIdentity identity, @Nullable String certificate) {}
