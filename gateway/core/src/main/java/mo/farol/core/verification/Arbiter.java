package mo.farol.core.verification;

import io.vertx.core.Future;

/** Decides single use: PostgreSQL, by the redeeming statement. The only place where a code is accepted. */
public interface Arbiter {
    /**
     * Re-reads all that can be withdrawn, redeems the code if it may be, and writes the access record, in one durable
     * statement. A code that answers a challenge is redeemed only from the terminal that showed it, for the purpose it was
     * shown for, before it expires, and as the first that answers it; a purpose may take no other codes.
     *
     * @return never fails: trouble is {@link Decision.Unavailable}
     */
    Future<Decision> redeem(Redemption redemption);
}
