package mo.farol.core.verification;

import io.vertx.core.Future;

/** Decides single use: PostgreSQL, by the redeeming statement. The only place where a code is accepted. */
public interface Arbiter {
    /**
     * Re-reads all that can be withdrawn, redeems the code if it may be, and writes the access record, in one durable
     * statement.
     *
     * @return never fails: trouble is {@link Decision.Unavailable}
     */
    Future<Decision> redeem(Redemption redemption);
}
