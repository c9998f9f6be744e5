package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;

/** Grants in a map. */
final class FakePolicies implements PolicyCatalogue {
    private final Map<String, Grant> grants = new HashMap<>();
    final List<String> forgotten = new ArrayList<>();
    boolean down;

    void put(Grant grant) {
        grants.put(grant.institution() + "/" + grant.purpose().name(), grant);
    }

    void withdraw(Grant grant) {
        grants.remove(grant.institution() + "/" + grant.purpose().name());
    }

    @Override
    public Future<Optional<Grant>> grant(long institution, String purpose) {
        return down
                ? Future.failedFuture(new ArbiterUnreachable("down"))
                : Future.succeededFuture(Optional.ofNullable(grants.get(institution + "/" + purpose)));
    }

    @Override
    public void forget(long institution, String purpose) {
        forgotten.add(institution + "/" + purpose);
    }
}
