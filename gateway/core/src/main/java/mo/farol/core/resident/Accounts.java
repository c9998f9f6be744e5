package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.binding.AccountOwners;

/** Whose account a sign-in is: the link table from (issuer, subject) to residents. Only keyed hashes are kept. */
public interface Accounts extends AccountOwners {
    /** @return the resident's row, empty when the account is linked to nobody */
    default Future<Optional<Long>> residentOf(String issuer, String subject) {
        return ownerOf(name(issuer, subject));
    }

    /**
     * Enters a link without an event: for a store that is filled before anybody signs in. Everybody else links by {@link
     * mo.farol.core.binding.AccountLinks}. Does nothing when the account is linked to this resident already.
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
