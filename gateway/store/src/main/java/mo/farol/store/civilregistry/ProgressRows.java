package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Count;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportRun;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Loaded;
import mo.farol.core.civilregistry.Outcome;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.Tally;

/** Where each import stands. Every move is a compare-and-set, so two imports of one file cannot both move it. */
final class ProgressRows {
    private static final String STATE = """
            run, pass, line, bytes, residents_added, residents_changed, residents_same,
            guardianships_added, guardianships_changed, guardianships_same, rejected
            """;
    private static final String ENTER = "INSERT INTO civil_registry_import (file) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String READ = "SELECT " + STATE + " FROM civil_registry_import WHERE file = $1";
    private static final String BEGIN_ANEW = """
            UPDATE civil_registry_import
            SET run = run + 1, pass = 1, line = 0, bytes = 0,
                residents_added = 0, residents_changed = 0, residents_same = 0,
                guardianships_added = 0, guardianships_changed = 0, guardianships_same = 0,
                rejected = 0, begun_at = statement_timestamp(), moved_at = statement_timestamp()
            WHERE file = $1 AND run = $2 RETURNING
            """ + STATE;
    private static final String MOVE = """
            UPDATE civil_registry_import
            SET pass = $5, line = $6, bytes = $7,
                residents_added = residents_added + $8,
                residents_changed = residents_changed + $9,
                residents_same = residents_same + $10,
                guardianships_added = guardianships_added + $11,
                guardianships_changed = guardianships_changed + $12,
                guardianships_same = guardianships_same + $13,
                rejected = rejected + $14, moved_at = statement_timestamp()
            WHERE file = $1 AND run = $2 AND pass = $3 AND bytes = $4 RETURNING
            """ + STATE;

    private ProgressRows() {}

    /** The file's row, made when there is none. */
    static Future<ImportState> enter(SqlClient client, FileHash file) {
        return client.preparedQuery(ENTER)
                .execute(Tuple.of(Buffer.buffer(file.bytes())))
                .compose(entered -> read(client, file));
    }

    static Future<ImportState> read(SqlClient client, FileHash file) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(Buffer.buffer(file.bytes())))
                .map(rows -> state(file, rows).orElseThrow());
    }

    /** @return empty when somebody else began it anew */
    static Future<Optional<ImportState>> beginAnew(SqlClient client, ImportRun run) {
        return client.preparedQuery(BEGIN_ANEW)
                .execute(Tuple.of(Buffer.buffer(run.file().bytes()), run.number()))
                .map(rows -> state(run.file(), rows));
    }

    /** @return empty when the import is not where the batch begins */
    static Future<Optional<ImportState>> move(
            SqlClient client, ImportRun run, Batch batch, List<? extends Outcome> outcomes) {
        boolean residents = batch.pass() == Pass.RESIDENTS;
        Count count = count(outcomes);
        long rejected = outcomes.stream().filter(Rejection.class::isInstance).count();
        return move(
                client,
                run,
                batch.pass(),
                batch.from(),
                batch.pass(),
                batch.end(),
                new Tally(residents ? count : Count.NONE, residents ? Count.NONE : count, rejected));
    }

    /** @return empty when the import is not where {@code state} says */
    static Future<Optional<ImportState>> endPass(SqlClient client, ImportState state, Position next) {
        return move(
                client, state.run(), state.pass(), state.reached(), state.pass().next(), next, Tally.NONE);
    }

    private static Future<Optional<ImportState>> move(
            SqlClient client, ImportRun run, Pass pass, Position from, Pass nextPass, Position to, Tally more) {
        Tuple columns = Tuple.of(
                Buffer.buffer(run.file().bytes()),
                run.number(),
                pass.number(),
                from.bytes(),
                nextPass.number(),
                to.line());
        columns.addLong(to.bytes());
        add(columns, more.residents());
        add(columns, more.guardianships());
        columns.addLong(more.rejected());
        return client.preparedQuery(MOVE).execute(columns).map(rows -> state(run.file(), rows));
    }

    private static void add(Tuple columns, Count count) {
        columns.addLong(count.added()).addLong(count.changed()).addLong(count.same());
    }

    private static Count count(List<? extends Outcome> outcomes) {
        return new Count(
                outcomes.stream().filter(Loaded.ADDED::equals).count(),
                outcomes.stream().filter(Loaded.CHANGED::equals).count(),
                outcomes.stream().filter(Loaded.SAME::equals).count());
    }

    private static Optional<ImportState> state(FileHash file, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        return Optional.of(new ImportState(
                new ImportRun(file, row.getInteger("run")),
                Pass.byNumber(row.getInteger("pass")),
                new Position(row.getLong("line"), row.getLong("bytes")),
                new Tally(count(row, "residents"), count(row, "guardianships"), row.getLong("rejected"))));
    }

    private static Count count(Row row, String what) {
        return new Count(row.getLong(what + "_added"), row.getLong(what + "_changed"), row.getLong(what + "_same"));
    }
}
