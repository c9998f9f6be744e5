package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** record.sql. */
record RecordStatement(Batch batch) implements Statement {
    private static final Shape SHAPE = new Shape("attempt", "now", "at", "leaf", "institution_name");

    @Override
    public Plan plan(Tables tables, long atMillis) {
        Map<UUID, RecordRow> before = new LinkedHashMap<>();
        List<Insert> inserts = new ArrayList<>();
        batch.requests().stream()
                .sorted(Comparator.comparing(Batch.Request::attempt))
                .forEach(request -> {
                    tables.accessRecord(request.attempt()).ifPresent(row -> before.put(row.attempt(), row));
                    RecordRow row = Records.refused(
                            request, tables, atMillis, (int) request.number("why"), (int) request.number("tries"));
                    inserts.add(new Insert(row.attempt(), new Change.PutRecord(row), false));
                });
        return new Recording(inserts, before, atMillis);
    }

    private record Recording(List<Insert> inserts, Map<UUID, RecordRow> before, long atMillis) implements Plan {
        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public List<ModelRow> rows(Set<Insert> taken) {
            List<ModelRow> rows = new ArrayList<>();
            for (Insert insert : taken) {
                if (insert.change() instanceof Change.PutRecord put) {
                    rows.add(row(put.row()));
                }
            }
            before.values().forEach(row -> rows.add(row(row)));
            return rows;
        }

        private ModelRow row(RecordRow row) {
            return SHAPE.row(
                    row.attempt(),
                    Statements.time(atMillis),
                    Statements.time(row.atMillis()),
                    row.leaf(),
                    "Institution " + row.institution());
        }
    }
}
