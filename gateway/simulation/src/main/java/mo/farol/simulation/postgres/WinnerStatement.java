package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.verification.Refusal;
import mo.farol.simulation.planted.Planted;
import org.jspecify.annotations.Nullable;

/** winner.sql. */
record WinnerStatement(Batch batch, Planted planted) implements Statement {
    private static final int OWN = 1;
    private static final int NOTHING_FOUND = -4;

    @Override
    public Plan plan(Tables tables, long atMillis) {
        return new Reading(this, tables, atMillis);
    }

    /** One run on one snapshot. */
    private static final class Reading implements Plan {
        private final Unique unique;
        private final Tables tables;
        private final long atMillis;
        private final Map<Batch.Request, RecordRow> refused = new LinkedHashMap<>();
        private final List<ModelRow> found = new ArrayList<>();

        Reading(WinnerStatement statement, Tables tables, long atMillis) {
            this.unique = new Unique(statement.planted);
            this.tables = tables;
            this.atMillis = atMillis;
            statement.batch.requests().forEach(this::find);
        }

        private void find(Batch.Request request) {
            UUID attempt = request.attempt();
            RedemptionRow winner = tables.redemption(unique.of(request, atMillis));
            int verdict = verdict(request, winner);
            if (verdict == 0) {
                refused.put(request, Records.refused(request, tables, atMillis, Refusal.ALREADY_USED.number(), 1));
            } else if (winner != null && verdict == Verdict.RETRY) {
                stored(request, winner.attempt(), true);
            } else if (verdict == OWN) {
                stored(request, attempt, false);
            } else {
                found.add(Answers.undecided(attempt, atMillis, verdict));
            }
        }

        private int verdict(Batch.Request request, @Nullable RedemptionRow winner) {
            if (winner != null && winner.voided()) {
                return Verdict.VOID;
            }
            if (winner != null && unique.isRetry(winner, request)) {
                return Verdict.RETRY;
            }
            if (tables.accessRecord(request.attempt()).isPresent()) {
                return OWN;
            }
            return winner == null ? NOTHING_FOUND : 0;
        }

        private void stored(Batch.Request request, UUID recordId, boolean retry) {
            Optional<RecordRow> row = tables.accessRecord(recordId);
            row.ifPresent(kept -> found.add(Answers.decided(
                    request.attempt(), atMillis, kept, retry ? releasedAgain(request, kept) : 0, tables)));
        }

        /** Fields only while binding, grant and terminal still stand. */
        private int releasedAgain(Batch.Request request, RecordRow kept) {
            BindingRow binding = tables.binding(request.number("key_id"));
            TerminalRow terminal = tables.terminal(request.number("terminal"));
            if (binding == null || binding.status() != BindingRow.ACTIVE || terminal == null || terminal.suspended()) {
                return 0;
            }
            InstitutionRow institution = tables.institution(terminal.institution());
            GrantRow grant = tables.grant(terminal.institution(), request.number("purpose"));
            if (institution == null || institution.suspended() || grant == null || grant.withdrawn()) {
                return 0;
            }
            boolean sameVersion =
                    grant.version() == kept.policyVersion() && request.number("policy_version") == kept.policyVersion();
            return sameVersion ? kept.released() & grant.fields() : 0;
        }

        @Override
        public List<Insert> then(Set<Insert> taken) {
            return refused.values().stream()
                    .map(row -> new Insert(row.attempt(), new Change.PutRecord(row), true))
                    .toList();
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public List<ModelRow> rows(Set<Insert> taken) {
            List<ModelRow> rows = new ArrayList<>(found);
            refused.forEach((request, row) -> rows.add(Answers.decided(request.attempt(), atMillis, row, 0, tables)));
            return rows;
        }
    }
}
