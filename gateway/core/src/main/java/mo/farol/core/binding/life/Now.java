package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.time.Instant;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;

/** The time before a lock is taken: good for finding out who may ask and for dating a challenge. */
record Now(DatabaseTime time) {
    /** Fails with {@link ArbiterUnreachable} when this node does not know the time. */
    Future<Instant> read() {
        try {
            return Future.succeededFuture(Instant.ofEpochMilli(time.millis()));
        } catch (DatabaseTime.UncertainTime uncertain) {
            return Future.failedFuture(new ArbiterUnreachable("the database's time is not known", uncertain));
        }
    }
}
