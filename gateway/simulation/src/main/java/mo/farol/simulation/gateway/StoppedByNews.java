package mo.farol.simulation.gateway;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Set;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.verification.Arbiter;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.Refusal;

/** The bug {@code cache-only-unbind}: refuses the bindings that the bus told are stopped, and no others. */
final class StoppedByNews implements Arbiter {
    private final Arbiter arbiter;
    private final AccessLog log;
    private final Set<Long> stopped = new HashSet<>();

    StoppedByNews(Arbiter arbiter, AccessLog log) {
        this.arbiter = arbiter;
        this.log = log;
    }

    void hear(long keyId, boolean active) {
        if (active) {
            stopped.remove(keyId);
        } else {
            stopped.add(keyId);
        }
    }

    @Override
    public Future<Decision> redeem(Redemption redemption) {
        if (!stopped.contains(redemption.key().bindingKeyId().value())) {
            return arbiter.redeem(redemption);
        }
        return log.recordRefusal(redemption.key().bindingKeyId(), Refusal.SUSPENDED, redemption.circumstances())
                .<Decision>map(entry -> new Decision.Refused(entry, Refusal.SUSPENDED))
                .otherwise(new Decision.Unavailable());
    }
}
