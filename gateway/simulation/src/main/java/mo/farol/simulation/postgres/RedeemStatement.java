package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.simulation.planted.Planted;

/** redeem.sql. */
record RedeemStatement(Batch batch, Unique unique, long lifeSeconds, long toleranceSeconds) implements Statement {
    /** Or two nodes' batches deadlock. */
    static final Comparator<Batch.Request> BY_KEY = Comparator.comparingLong(
                    (Batch.Request request) -> request.number("key_id"))
            .thenComparingLong(request -> request.number("iat"))
            .thenComparing(request -> request.key().cti());

    /** Where redeem.sql has its two durations. */
    record Durations(int life, int tolerance) {
        static Durations of(Batch.Columns columns) {
            return new Durations(
                    columns.parameter("a\\.iat \\+ \\$(\\d+)::bigint"),
                    columns.parameter("a\\.iat - \\$(\\d+)::bigint"));
        }
    }

    static RedeemStatement of(Batch batch, Durations durations, Planted planted) {
        return new RedeemStatement(
                batch, new Unique(planted), batch.parameter(durations.life()), batch.parameter(durations.tolerance()));
    }

    @Override
    public Plan plan(Tables tables, long atMillis) {
        return new Redeeming(this, tables, atMillis);
    }

    /** One run on one snapshot. */
    private static final class Redeeming implements Plan {
        private final RedeemStatement statement;
        private final Tables tables;
        private final long atMillis;
        private final Map<Batch.Request, Integer> verdicts = new LinkedHashMap<>();
        private final Map<Batch.Request, Integer> releasable = new LinkedHashMap<>();
        private final Map<Batch.Request, Insert> redemptions = new LinkedHashMap<>();
        private final Map<Batch.Request, RecordRow> recorded = new LinkedHashMap<>();

        Redeeming(RedeemStatement statement, Tables tables, long atMillis) {
            this.statement = statement;
            this.tables = tables;
            this.atMillis = atMillis;
            Verdict verdict =
                    new Verdict(tables, statement.unique, atMillis, statement.lifeSeconds, statement.toleranceSeconds);
            for (Batch.Request request : statement.batch.requests()) {
                verdicts.put(request, verdict.of(request));
                GrantRow grant = verdict.grant(request);
                releasable.put(request, grant == null ? 0 : (int) request.number("requested") & grant.fields());
            }
        }

        @Override
        public List<Insert> inserts() {
            verdicts.entrySet().stream()
                    .filter(judged -> judged.getValue() == Verdict.ACCEPT)
                    .map(Map.Entry::getKey)
                    .sorted(BY_KEY)
                    .forEach(request -> {
                        RedemptionRow row = statement.unique.row(request, atMillis, false);
                        redemptions.put(request, new Insert(row.unique(), new Change.PutRedemption(row), false));
                    });
            return List.copyOf(redemptions.values());
        }

        @Override
        public List<Insert> then(Set<Insert> taken) {
            List<Insert> inserts = new ArrayList<>();
            verdicts.forEach((request, verdict) -> {
                if (verdict > 0 || verdict == Verdict.ACCEPT && won(request, taken)) {
                    RecordRow row = verdict > 0
                            ? Records.refused(request, tables, atMillis, verdict, 1)
                            : Records.verified(request, tables, atMillis, releasable.getOrDefault(request, 0));
                    recorded.put(request, row);
                    inserts.add(new Insert(row.attempt(), new Change.PutRecord(row), true));
                }
            });
            return writesRecordsLater() ? List.of() : inserts;
        }

        @Override
        public List<Change> afterwards() {
            return writesRecordsLater()
                    ? recorded.values().stream()
                            .<Change>map(Change.PutRecord::new)
                            .toList()
                    : List.of();
        }

        @Override
        public List<ModelRow> rows(Set<Insert> taken) {
            List<ModelRow> rows = new ArrayList<>();
            recorded.forEach((request, row) ->
                    rows.add(Answers.decided(request.attempt(), atMillis, row, row.released(), tables)));
            verdicts.forEach((request, verdict) -> {
                if (verdict < 0) {
                    rows.add(Answers.undecided(request.attempt(), atMillis, verdict));
                }
            });
            return rows;
        }

        /** Accepted means: my attempt came back. */
        private boolean won(Batch.Request request, Set<Insert> taken) {
            if (statement.unique.planted() == Planted.JOIN_BY_KEY) {
                RedemptionKey key = request.key();
                return redemptions.entrySet().stream()
                        .anyMatch(tried -> tried.getKey().key().equals(key) && taken.contains(tried.getValue()));
            }
            Insert mine = redemptions.get(request);
            return mine != null && taken.contains(mine);
        }

        private boolean writesRecordsLater() {
            return statement.unique.planted() == Planted.RECORD_AFTER_ANSWER;
        }
    }
}
