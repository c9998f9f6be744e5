package mo.farol.server.resident;

import io.vertx.core.Future;
import mo.farol.api.resident.KioskNumberState;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.eid.MacauTime;

/** Says in one word what became of a kiosk number, by the database's time. */
final class KioskNumberStates {
    private final BindingPolicy policy;
    private final DatabaseTime time;

    KioskNumberStates(BindingPolicy policy, DatabaseTime time) {
        this.policy = policy;
        this.time = time;
    }

    /** @return fails with {@link DatabaseTime.UncertainTime} */
    Future<Object> of(KioskNumber number) {
        try {
            return Future.succeededFuture(new KioskNumberState(state(number), MacauTime.of(number.expires())));
        } catch (DatabaseTime.UncertainTime e) {
            return Future.failedFuture(e);
        }
    }

    private String state(KioskNumber number) throws DatabaseTime.UncertainTime {
        if (number.used()) {
            return "used";
        }
        if (number.wrongTries() >= policy.kioskTries()) {
            return "locked";
        }
        return number.expires().toEpochMilli() <= time.millis() ? "expired" : "waiting";
    }
}
