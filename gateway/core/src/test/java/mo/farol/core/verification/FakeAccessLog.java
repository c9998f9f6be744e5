package mo.farol.core.verification;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.FieldSet;
import mo.farol.token.BindingKeyId;

/** A log in memory, shared by all nodes. */
final class FakeAccessLog implements AccessLog {
    /** One record; {@code tries} is 1 but for counted repeats. */
    record Line(BindingKeyId keyId, String code, UUID attempt, int tries) {}

    final List<Line> lines = new ArrayList<>();
    boolean down;

    static RecordedEntry entry(Circumstances circumstances, String outcome, String code, FieldSet released) {
        return new RecordedEntry(
                circumstances.attempt(),
                Instant.EPOCH,
                "Institution " + circumstances.grant().institution(),
                circumstances.terminal().name(),
                circumstances.grant().purpose().name(),
                circumstances.grant().version(),
                released,
                outcome,
                code.isEmpty() ? null : code,
                circumstances.retryKey().requestHash(),
                new byte[32]);
    }

    @Override
    public Future<RecordedEntry> recordRefusal(
            BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances) {
        return record(bindingKeyId, refusal, circumstances, 1);
    }

    @Override
    public Future<RecordedEntry> recordRepeats(
            BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances, int tries) {
        return record(bindingKeyId, refusal, circumstances, tries);
    }

    private Future<RecordedEntry> record(BindingKeyId keyId, Refusal refusal, Circumstances circumstances, int tries) {
        if (down) {
            return Future.failedFuture(new Unavailable(new IllegalStateException("down")));
        }
        lines.add(new Line(keyId, refusal.code(), circumstances.attempt(), tries));
        return Future.succeededFuture(entry(circumstances, "refused", refusal.code(), FieldSet.NONE));
    }

    @Override
    public Future<Optional<RecordedEntry>> find(UUID id, long institution) {
        return Future.succeededFuture(Optional.empty());
    }
}
