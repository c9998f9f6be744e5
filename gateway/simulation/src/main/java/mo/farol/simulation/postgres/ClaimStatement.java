package mo.farol.simulation.postgres;

import java.util.List;
import java.util.Set;
import mo.farol.simulation.planted.Planted;

/** claim.sql. */
record ClaimStatement(Batch batch, Planted planted) implements Statement {
    @Override
    public Plan plan(Tables tables, long atMillis) {
        Unique unique = new Unique(planted);
        List<Insert> voids = batch.requests().stream()
                .filter(request -> tables.binding(request.number("key_id")) != null)
                .filter(request -> tables.accessRecord(request.attempt())
                        .filter(own -> own.outcome() == RecordRow.REFUSED)
                        .isEmpty())
                .sorted(RedeemStatement.BY_KEY)
                .map(request -> {
                    RedemptionRow row = unique.row(request, atMillis, true);
                    return new Insert(row.unique(), new Change.PutRedemption(row), false);
                })
                .toList();
        return new Claiming(voids);
    }

    private record Claiming(List<Insert> inserts) implements Plan {
        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public List<ModelRow> rows(Set<Insert> taken) {
            return List.of();
        }
    }
}
