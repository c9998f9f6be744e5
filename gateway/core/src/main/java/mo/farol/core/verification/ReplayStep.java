package mo.farol.core.verification;

import java.util.OptionalLong;

/**
 * Step 6: was the code seen to be redeemed, anywhere in the cluster? By the same request of the same terminal: goes on,
 * as its retry. By another: refused here. Not seen says nothing; the arbiter decides.
 */
final class ReplayStep {
    private final ReplayTable table;

    ReplayStep(ReplayTable table) {
        this.table = table;
    }

    UnspentRequest apply(CurrentRequest current) {
        GenuineRequest request = current.genuine();
        if (table.sighting(request.key(), request.retryKey().fingerprint()) == Sighting.BY_ANOTHER) {
            table.refused();
            throw new Ended.Refusing(request, Refusal.ALREADY_USED, OptionalLong.empty());
        }
        return new UnspentRequest(current);
    }
}
