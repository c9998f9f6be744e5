package mo.farol.simulation.history;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Release;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.FieldValues;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.RecordRow;
import mo.farol.simulation.postgres.RedemptionRow;
import mo.farol.simulation.postgres.Server;

/** Judges every {@code verified}: once, by nobody stopped, on record, and only what was asked, granted and theirs. */
final class AcceptanceJudge {
    private final History history;
    private final Server server;
    private final Map<RedemptionKey, UUID> accepted = new HashMap<>();

    AcceptanceJudge(History history, Server server) {
        this.history = history;
        this.server = server;
    }

    void judge(Ask ask, Outcome.Verified verified) {
        RecordedEntry entry = verified.decision().entry();
        once(ask, entry.id());
        onRecord(ask, entry.id());
        ofThisRequest(ask, entry, verified.decision().values());
        nothingStopped(ask, verified);
        released(ask, entry, verified);
    }

    private void once(Ask ask, UUID id) {
        if (!ask.code().genuine()) {
            history.report("I10", "a code that no phone made was accepted: " + ask);
        }
        UUID first = accepted.putIfAbsent(ask.code().key(), id);
        if (first != null && !first.equals(id)) {
            history.report("I1", "accepted twice, as " + first + " and as " + id + ": " + ask);
        }
    }

    private void onRecord(Ask ask, UUID id) {
        if (history.outages().restoredSince(ask.sentAt())) {
            return;
        }
        boolean recorded = server.tables()
                .accessRecord(id)
                .filter(row -> row.outcome() == RecordRow.VERIFIED)
                .isPresent();
        if (!recorded) {
            history.report("I3", "answered before its record was durable: " + ask);
        }
        List<RedemptionRow> rows = server.tables().redemptions(ask.code().key()).stream()
                .filter(row -> !row.voided())
                .toList();
        if (rows.stream().noneMatch(row -> row.attempt().equals(id))) {
            history.report("I6", "accepted as " + id + ", which redeemed nothing: " + ask);
        }
        if (rows.size() > 1) {
            history.report("I1", "redeemed " + rows.size() + " times: " + ask);
        }
        rows.stream()
                .filter(row -> row.attempt().equals(id)
                        && row.terminal() != ask.request().terminal().terminal())
                .forEach(row ->
                        history.report("I11", "the answer of terminal " + row.terminal() + "'s request: " + ask));
    }

    private void ofThisRequest(Ask ask, RecordedEntry entry, FieldValues values) {
        boolean its = entry.terminal().equals(ask.request().terminal().name())
                && entry.purpose().equals(ask.purpose().name())
                && Buffer.buffer(entry.requestHash())
                        .equals(Buffer.buffer(ask.request().bodyHash()));
        if (!its) {
            history.report("I11", "another request's receipt: " + ask);
        }
        for (Field field : values.fields().fields()) {
            String theirs = Town.value(field, ask.code().phone().resident());
            if (!values.get(field).orElseThrow().equals(theirs)) {
                history.report("I11", "another resident's " + field.wireName() + ": " + ask);
            }
        }
    }

    private void nothingStopped(Ask ask, Outcome.Verified verified) {
        if (verified.replayed() && verified.decision().values().fields().isEmpty()) {
            return;
        }
        for (Target target : targets(ask)) {
            if (history.standings().stoppedThroughout(target, ask.sentAt())) {
                history.report("I2", "sent after " + target + " was stopped, and accepted: " + ask);
            }
        }
    }

    private void released(Ask ask, RecordedEntry entry, Outcome.Verified verified) {
        FieldSet granted = Town.fields(ask.purpose(), entry.policyVersion());
        long version = history.standings().grantVersionAt(granted(ask), ask.sentAt());
        FieldSet requested = Release.of(
                        ask.request().fields(), verified.circumstances().grant())
                .requested();
        FieldSet given = verified.decision().values().fields();
        if (!granted.and(requested).containsAll(given)) {
            history.report("I5", "released more than requested and granted: " + ask);
        }
        if (!given.isEmpty() && entry.policyVersion() < version) {
            history.report("I5", "released by version " + entry.policyVersion() + " after " + version + ": " + ask);
        }
        if (!entry.released().containsAll(given)) {
            history.report("I5", "released more than the record says: " + ask);
        }
        // An acceptance that was found again after an unknown commit is answered by what stands then.
        boolean changed =
                targets(ask).stream().anyMatch(target -> history.standings().changedSince(target, ask.sentAt()));
        if (!verified.replayed() && !changed && !given.equals(entry.released())) {
            history.report("I5", "released less than the record says: " + ask);
        }
    }

    static List<Target> targets(Ask ask) {
        TerminalIdentity terminal = ask.request().terminal();
        return List.of(
                new Target.Binding(ask.code().phone().number()),
                new Target.Terminal(terminal.terminal()),
                new Target.Institution(terminal.institution()),
                granted(ask));
    }

    static Target.Granted granted(Ask ask) {
        return new Target.Granted(
                ask.request().terminal().institution(), ask.purpose().name());
    }
}
