package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportRun;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RejectedLine;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.store.batch.Columns;

/** Which rows were rejected, and why. */
final class RejectionRows {
    private static final int FORGOTTEN_AT_ONCE = 5_000;
    private static final String ADD = """
            INSERT INTO civil_registry_rejection (file, run, line, reason, about)
            SELECT $1, $2, line, reason, about
            FROM unnest($3::bigint[], $4::text[], $5::text[]) AS r(line, reason, about)
            """;
    private static final String READ = """
            SELECT line, reason, about FROM civil_registry_rejection
            WHERE file = $1 AND run = $2 AND line > $3 ORDER BY line LIMIT $4
            """;
    private static final String FORGET = """
            DELETE FROM civil_registry_rejection WHERE (file, run, line) IN (
                SELECT r.file, r.run, r.line
                FROM civil_registry_import i JOIN civil_registry_rejection r ON r.file = i.file
                WHERE r.run < i.run OR i.pass = 3 AND i.file <> $1
                LIMIT $2)
            """;

    private RejectionRows() {}

    static Future<Void> add(SqlClient client, ImportRun run, List<RejectedLine> lines) {
        if (lines.isEmpty()) {
            return Future.succeededFuture();
        }
        return client.preparedQuery(ADD)
                .execute(Tuple.of(
                        Buffer.buffer(run.file().bytes()),
                        run.number(),
                        Columns.longs(lines, RejectedLine::line),
                        Columns.texts(lines, line -> line.rejection().reason().code()),
                        lines.stream().map(line -> line.rejection().about()).toArray(String[]::new)))
                .mapEmpty();
    }

    static Future<List<RejectedLine>> read(SqlClient client, ImportRun run, long after, int most) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(Buffer.buffer(run.file().bytes()), run.number(), after, most))
                .map(rows -> {
                    List<RejectedLine> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(new RejectedLine(
                            row.getLong("line"),
                            new Rejection(Reason.byCode(row.getString("reason")), row.getString("about")))));
                    return lines;
                });
    }

    /** Forgets those of earlier runs, and of other files whose import is done: their reports were written. */
    static Future<Void> forget(SqlClient client, FileHash file) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(Buffer.buffer(file.bytes()), FORGOTTEN_AT_ONCE))
                .compose(rows -> rows.rowCount() < FORGOTTEN_AT_ONCE ? Future.succeededFuture() : forget(client, file));
    }
}
