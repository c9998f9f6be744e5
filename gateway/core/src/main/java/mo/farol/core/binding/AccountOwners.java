package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;

/** Whose accounts are. */
public interface AccountOwners {
    /** Names an account without keeping what it is called. */
    AccountName name(String issuer, String subject);

    /** @return the row of the resident whose e-ID the account opens now */
    Future<Optional<Long>> ownerOf(AccountName account);
}
