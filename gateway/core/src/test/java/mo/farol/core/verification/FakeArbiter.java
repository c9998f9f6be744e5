package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Purpose;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Nonce;

/** The arbiter's rules in memory, shared by all nodes: an existing redemption is judged before anything else. */
final class FakeArbiter implements Arbiter {
    private record Won(RetryKey by, RecordedEntry entry, FieldValues values) {}

    private final FakeAccessLog log;
    private final Map<RedemptionKey, Won> redemptions = new HashMap<>();
    final Map<BindingKeyId, Refusal> standing = new HashMap<>();
    final Queue<Function<Redemption, Future<Decision>>> script = new ArrayDeque<>();
    /** Shown and not answered yet. */
    final Map<Nonce, Shown> challenges = new HashMap<>();

    int asked;

    FakeArbiter(FakeAccessLog log) {
        this.log = log;
    }

    @Override
    public Future<Decision> redeem(Redemption redemption) {
        asked++;
        Function<Redemption, Future<Decision>> next = script.poll();
        return next != null ? next.apply(redemption) : Future.succeededFuture(decide(redemption));
    }

    /** Lets the next answer wait until the future completes; the decision itself is made at once. */
    void delayNext(Future<Void> until) {
        script.add(redemption -> {
            Decision decision = decide(redemption);
            return until.map(decision);
        });
    }

    int redeemed() {
        return redemptions.size();
    }

    Decision decide(Redemption redemption) {
        Won won = redemptions.get(redemption.key());
        if (won != null) {
            return won.by().equals(redemption.circumstances().retryKey())
                    ? new Decision.AcceptedBefore(won.entry(), won.values(), Optional.empty())
                    : refuse(redemption, Refusal.ALREADY_USED);
        }
        Refusal refusal = standing.get(redemption.key().bindingKeyId());
        if (refusal != null) {
            return refuse(redemption, refusal);
        }
        if (redemption.late()) {
            return refuse(redemption, Refusal.EXPIRED);
        }
        Optional<Refusal> unanswered = challenge(redemption);
        return unanswered.isPresent() ? refuse(redemption, unanswered.get()) : accept(redemption);
    }

    /** What the terminal with this row showed for the purpose with this row. */
    record Shown(long terminal, long purpose) {}

    private Optional<Refusal> challenge(Redemption redemption) {
        Circumstances circumstances = redemption.circumstances();
        Purpose purpose = circumstances.grant().purpose();
        if (redemption.nonce() == null) {
            return purpose.challengeRequired() ? Optional.of(Refusal.CHALLENGE_REQUIRED) : Optional.empty();
        }
        Shown here = new Shown(circumstances.terminal().terminal(), purpose.id());
        return challenges.remove(redemption.nonce(), here) ? Optional.empty() : Optional.of(Refusal.CHALLENGE_MISMATCH);
    }

    private Decision accept(Redemption redemption) {
        Circumstances circumstances = redemption.circumstances();
        FieldSet released = circumstances.releasable();
        RecordedEntry entry = FakeAccessLog.entry(circumstances, "verified", "", released);
        FieldValues values = values(redemption.key().bindingKeyId(), released);
        redemptions.put(redemption.key(), new Won(circumstances.retryKey(), entry, values));
        log.lines.add(new FakeAccessLog.Line(redemption.key().bindingKeyId(), "", circumstances.attempt(), 1));
        return new Decision.Accepted(entry, values, Optional.empty());
    }

    private Decision refuse(Redemption redemption, Refusal refusal) {
        Circumstances circumstances = redemption.circumstances();
        log.lines.add(
                new FakeAccessLog.Line(redemption.key().bindingKeyId(), refusal.code(), circumstances.attempt(), 1));
        RecordedEntry entry = FakeAccessLog.entry(circumstances, "refused", refusal.code(), FieldSet.NONE);
        return new Decision.Refused(entry, refusal);
    }

    /** Values that name whose they are, so that a mix-up shows. */
    private static FieldValues values(BindingKeyId keyId, FieldSet released) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        released.fields().forEach(field -> values.put(field, field.wireName() + " of " + keyId.value()));
        return new FieldValues(values);
    }
}
