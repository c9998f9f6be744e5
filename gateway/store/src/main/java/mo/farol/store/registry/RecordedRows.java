package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.OperatorActKind;
import mo.farol.store.connection.Connections;

/** Enrols terminals, and suspends them and what they belong to: each with the record of who did, in one statement. */
final class RecordedRows {
    private static final String ADD_TERMINAL = """
            WITH added AS (
                INSERT INTO terminal (institution, means, name, public_jwk, certificate_sha256)
                VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING RETURNING id, name, institution
            ),
            recorded AS (
                INSERT INTO operator_act (operator, kind, object, institution)
                SELECT $6, $7, t.name, i.name FROM added t JOIN institution i ON i.id = t.institution
            )
            SELECT id FROM added
            """;
    private static final String SUSPEND_TERMINAL = """
            WITH changed AS (UPDATE terminal SET suspended = $2 WHERE id = $1 RETURNING id, name, institution),
            recorded AS (
                INSERT INTO operator_act (operator, kind, object, institution)
                SELECT $3, $4, t.name, i.name FROM changed t JOIN institution i ON i.id = t.institution
            )
            SELECT id FROM changed
            """;
    private static final String SUSPEND = """
            WITH changed AS (UPDATE %s SET suspended = $2 WHERE id = $1 RETURNING id, name),
            recorded AS (INSERT INTO operator_act (operator, kind, object) SELECT $3, $4, name FROM changed)
            SELECT id FROM changed
            """;
    private static final String SUSPEND_INSTITUTION = SUSPEND.formatted("institution");
    private static final String SUSPEND_MEANS = SUSPEND.formatted("means");

    private final Connections connections;

    RecordedRows(Connections connections) {
        this.connections = connections;
    }

    Future<Long> addTerminal(NewTerminal terminal, OperatorCaller by) {
        Tuple tuple = Tuple.tuple()
                .addLong(terminal.institution())
                .addLong(terminal.means())
                .addString(terminal.name())
                .addString(terminal.publicJwk())
                .addString(terminal.certificateSha256())
                .addString(by.pseudonym())
                .addInteger(OperatorActKind.TERMINAL_ENROLLED.number());
        return connections
                .ask(ADD_TERMINAL, tuple)
                .compose(rows -> rows.size() == 0
                        ? Future.failedFuture(new Enrolments.NameTaken())
                        : Future.succeededFuture(Rows.id(rows)));
    }

    Future<Void> suspendTerminal(long row, boolean suspended, OperatorCaller by) {
        OperatorActKind kind = suspended ? OperatorActKind.TERMINAL_SUSPENDED : OperatorActKind.TERMINAL_RESUMED;
        return suspend(SUSPEND_TERMINAL, "terminal", Tuple.of(row, suspended, by.pseudonym(), kind.number()));
    }

    Future<Void> suspendInstitution(long row, boolean suspended, OperatorCaller by) {
        OperatorActKind kind = suspended ? OperatorActKind.INSTITUTION_SUSPENDED : OperatorActKind.INSTITUTION_RESUMED;
        return suspend(SUSPEND_INSTITUTION, "institution", Tuple.of(row, suspended, by.pseudonym(), kind.number()));
    }

    Future<Void> suspendMeans(long row, boolean suspended, OperatorCaller by) {
        OperatorActKind kind = suspended ? OperatorActKind.MEANS_SUSPENDED : OperatorActKind.MEANS_RESUMED;
        return suspend(SUSPEND_MEANS, "means", Tuple.of(row, suspended, by.pseudonym(), kind.number()));
    }

    private Future<Void> suspend(String sql, String table, Tuple tuple) {
        return connections.ask(sql, tuple).compose(rows -> Rows.changed(table, rows));
    }
}
