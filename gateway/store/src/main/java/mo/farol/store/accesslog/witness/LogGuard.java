package mo.farol.store.accesslog.witness;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.accesslog.Witness;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.connection.FurtherCheck;
import mo.farol.store.connection.Trouble;

/**
 * The database must not have gone back: its log begins with what witnesses have seen. A restored or swapped database is
 * found here even when its server is the one that was recorded.
 */
public final class LogGuard implements FurtherCheck {
    private static final String HEAD = "SELECT epoch, size, root, checkpoint FROM log_tree";

    private final LogSettings settings;

    public LogGuard(LogSettings settings) {
        this.settings = settings;
    }

    @Override
    public Future<List<String>> problems(SqlConnection connection) {
        Tiles tiles = new Tiles((sql, tuple) -> connection.preparedQuery(sql).execute(tuple));
        return connection
                .query(HEAD)
                .execute()
                .compose(rows -> {
                    FoundLog found = found(rows.iterator().next());
                    Future<List<String>> all = Future.succeededFuture(new ArrayList<>());
                    for (Witness witness : settings.all()) {
                        all = all.compose(
                                before -> problems(witness, found, tiles).map(more -> {
                                    before.addAll(more);
                                    return before;
                                }));
                    }
                    return all;
                })
                .recover(cause -> Trouble.endedConnection(cause)
                        ? Future.failedFuture(cause)
                        : Future.succeededFuture(
                                List.of("the public log cannot be checked: " + Trouble.nameOf(cause))));
    }

    private Future<List<String>> problems(Witness witness, FoundLog found, Tiles tiles) {
        return witness.last().transform(last -> {
            if (last.failed()) {
                return Future.succeededFuture(
                        List.of("the witness " + witness.name() + " cannot be read: " + Trouble.nameOf(last.cause())));
            }
            return last.result().isEmpty()
                    ? Future.succeededFuture(List.of())
                    : found.against(last.result().get().checkpoint(), tiles)
                            .map(answer ->
                                    answer.problem(witness.name()).stream().toList());
        });
    }

    private FoundLog found(Row row) {
        return new FoundLog(
                settings,
                row.getInteger("epoch"),
                row.getLong("size"),
                row.getBuffer("root").getBytes(),
                row.getString("checkpoint"));
    }
}
