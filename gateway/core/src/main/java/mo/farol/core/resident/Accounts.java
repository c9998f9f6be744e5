package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;

/** Whose account a sign-in is: the link table from (issuer, subject) to residents. Only a keyed hash is kept. */
public interface Accounts {
    /** @return the resident's row, empty when the account is linked to nobody */
    Future<Optional<Long>> residentOf(String issuer, String subject);

    /**
     * Links an account, or does nothing when it is linked to this resident already. A link never changes its owner.
     *
     * @return fails with {@link LinkedToAnother} when it is another resident's, and with
     *     {@link IllegalArgumentException} when there is no such resident
     */
    Future<Void> link(String issuer, String subject, long resident);

    /** The account is linked to somebody else. It says neither to whom nor which account. */
    final class LinkedToAnother extends Exception {
        private static final long serialVersionUID = 1L;

        public LinkedToAnother() {
            super("the account is linked to another resident", null, false, false);
        }
    }
}
