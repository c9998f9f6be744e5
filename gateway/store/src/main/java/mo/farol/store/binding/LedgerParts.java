package mo.farol.store.binding;

import java.security.SecureRandom;
import mo.farol.store.connection.Connections;

/** What every act on an e-ID needs. */
record LedgerParts(
        Connections connections, EidReader reader, ClaimStatement claim, EventIds ids, SecureRandom random) {}
