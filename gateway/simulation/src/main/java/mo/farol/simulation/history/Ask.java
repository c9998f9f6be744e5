package mo.farol.simulation.history;

import java.util.Optional;
import mo.farol.core.policy.Purpose;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.simulation.phone.ShownCode;
import org.jspecify.annotations.Nullable;

/** One request that was sent, and what the gateway answered. */
public final class Ask {
    private final int number;
    private final Kind kind;
    private final ShownCode code;
    private final VerificationRequest request;
    private final Purpose purpose;
    private final int node;
    private final long sentAt;
    private @Nullable Outcome outcome;

    Ask(int number, Kind kind, ShownCode code, VerificationRequest request, Purpose purpose, int node, long sentAt) {
        this.number = number;
        this.kind = kind;
        this.code = code;
        this.request = request;
        this.purpose = purpose;
        this.node = node;
        this.sentAt = sentAt;
    }

    public Kind kind() {
        return kind;
    }

    public ShownCode code() {
        return code;
    }

    public VerificationRequest request() {
        return request;
    }

    public Purpose purpose() {
        return purpose;
    }

    long sentAt() {
        return sentAt;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    void answered(Outcome answer) {
        outcome = answer;
    }

    @Override
    public String toString() {
        return "#" + number + " " + kind + " of phone " + code.phone().number() + "'s code "
                + code.key().cti().counter() + " by " + request.terminal().name() + " at node " + node + " for "
                + purpose.name() + " with key " + request.idempotencyKey();
    }
}
