package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;

/** Whose account a sign-in is: the link table from (issuer, subject) to residents. Only a keyed hash is kept. */
public interface Accounts {
    /** @return the resident's row, empty when the account is linked to nobody */
    Future<Optional<Long>> residentOf(String issuer, String subject);

    /** Links an account, or does nothing when it is linked to this resident already. Fails when it is another's. */
    Future<Void> link(String issuer, String subject, long resident);
}
