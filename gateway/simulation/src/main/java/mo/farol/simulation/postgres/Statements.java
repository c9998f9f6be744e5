package mo.farol.simulation.postgres;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mo.farol.store.accesslog.PostgresAccessLog;
import mo.farol.store.arbiter.PostgresArbiter;
import mo.farol.store.connection.ServerCheck;
import mo.farol.store.connection.SqlText;

/** The product's statements, known by their text. One that is not known is a bug of the simulation, and says so. */
final class Statements {
    static final Batch.Columns REDEEM = columns("redeem.sql");
    private static final RedeemStatement.Durations DURATIONS = RedeemStatement.Durations.of(REDEEM);
    private static final Batch.Columns WINNER = columns("winner.sql");
    private static final Batch.Columns CLAIM = columns("claim.sql");
    private static final Batch.Columns RECORD = Batch.Columns.of(SqlText.of(PostgresAccessLog.class, "record.sql"));
    private static final String CHECK = SqlText.of(ServerCheck.class, "check.sql");
    private static final Shape CLOCK = new Shape("now");
    private static final Shape KEY = new Shape("key_id", "public_key");
    private static final long SYSTEM = 4711;

    private static final Map<String, Function<Asked, Statement>> KNOWN = Map.of(
            REDEEM.sql(),
            asked -> RedeemStatement.of(
                    asked.batch(REDEEM), DURATIONS, asked.server().planted()),
            WINNER.sql(),
            asked -> new WinnerStatement(asked.batch(WINNER), asked.server().planted()),
            CLAIM.sql(),
            asked -> new ClaimStatement(asked.batch(CLAIM), asked.server().planted()),
            RECORD.sql(),
            asked -> new RecordStatement(asked.batch(RECORD)),
            GrantLookUp.SQL,
            asked -> GrantLookUp.of(asked.tuple()),
            CHECK,
            asked -> check(asked.server().timelineId()));

    private record Asked(Tuple tuple, Server server) {
        Batch batch(Batch.Columns columns) {
            return new Batch(columns, tuple);
        }
    }

    private Statements() {}

    static boolean isTermination(String sql) {
        return sql.contains("pg_terminate_backend");
    }

    static Statement of(String sql, Tuple tuple, Server server) {
        Function<Asked, Statement> known = KNOWN.get(sql);
        if (known != null) {
            return known.apply(new Asked(tuple, server));
        }
        if (sql.startsWith("SELECT clock_timestamp()")) {
            return (tables, at) -> taken -> List.of(CLOCK.row(time(server.databaseMillis())));
        }
        if (sql.startsWith("SELECT key_id, public_key FROM binding")) {
            return publicKeys((Long[]) tuple.getValue(0));
        }
        throw new IllegalStateException("the model does not know this statement: " + sql);
    }

    static OffsetDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    }

    private static Statement publicKeys(Long[] ids) {
        return (tables, at) -> {
            List<ModelRow> rows = new ArrayList<>();
            for (long id : ids) {
                BindingRow binding = tables.binding(id);
                if (binding != null) {
                    rows.add(KEY.row(id, binding.publicKey()));
                }
            }
            return taken -> rows;
        };
    }

    private static Statement check(int timeline) {
        Shape shape = new Shape(
                "in_recovery",
                "fsync",
                "full_page_writes",
                "synchronous_commit",
                "version",
                "system_identifier",
                "timeline",
                "recorded_identifier",
                "recorded_timeline",
                "transaction_timeout",
                "lock_timeout",
                "statement_timeout",
                "may_too_much");
        return (tables, at) -> {
            int recorded = tables.arbiter().timeline();
            return taken -> List.of(shape.row(
                    false, "on", "on", "on", 180000, SYSTEM, timeline, SYSTEM, recorded, "1s", "500ms", "2s", false));
        };
    }

    private static Batch.Columns columns(String file) {
        return Batch.Columns.of(SqlText.of(PostgresArbiter.class, file));
    }
}
