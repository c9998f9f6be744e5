package mo.farol.core.policy;

import io.vertx.core.Future;
import java.util.Optional;

/** The purposes and grants, cached per node. What it says is only a proposal: the redeeming statement re-reads it. */
public interface PolicyCatalogue {
    /**
     * The grant in force of an institution for a purpose.
     *
     * @return empty when the purpose does not exist, or is not granted to this institution: the two look alike
     *     outside; fails with {@link mo.farol.core.verification.ArbiterUnreachable} when the database cannot be asked
     */
    Future<Optional<Grant>> grant(long institution, String purpose);

    /** Forgets what is cached for this institution and purpose, after {@code decide_again}. */
    void forget(long institution, String purpose);
}
