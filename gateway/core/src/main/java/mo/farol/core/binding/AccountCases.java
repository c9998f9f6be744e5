package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Where account cases wait. Whether one was closed is the ledger's to say ({@link Change.UseOnce}). */
public interface AccountCases {
    /** Adds a case, or does nothing when there is one with this id. @return when it is durable */
    Future<Void> add(AccountCase opened);

    /** @return empty when there is none, or it expired so long ago that it was forgotten */
    Future<Optional<AccountCase>> find(UUID id);
}
