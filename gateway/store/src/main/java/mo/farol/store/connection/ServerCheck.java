package mo.farol.store.connection;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Asked on every new connection: is this a server that may decide, and the one that decided until now? A server that
 * forgets what it committed, or another one than recorded, could accept a code twice.
 */
public final class ServerCheck {
    private static final String SQL = SqlText.of(ServerCheck.class, "check.sql");
    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 170000;
    private static final String NOT_MIGRATED = "the database has not been migrated: run farol migrate";

    /** What a server answers that lacks the schema (3F000), the tables (42P01) or their columns (42703). */
    private static final Set<String> NO_TABLE = Set.of("3F000", "42P01", "42703");

    private final boolean allowNotDurable;

    /** @param allowNotDurable for throw-away databases only */
    public ServerCheck(boolean allowNotDurable) {
        this.allowNotDurable = allowNotDurable;
    }

    /** @return one clear sentence per problem; none when the server may decide */
    public Future<List<String>> problems(SqlConnection connection) {
        return connection
                .query(SQL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(this::judge)
                        .orElseGet(() -> List.of(NOT_MIGRATED)))
                .recover(cause -> cause instanceof PgException answer && NO_TABLE.contains(answer.getSqlState())
                        ? Future.succeededFuture(List.of(NOT_MIGRATED))
                        : Future.failedFuture(cause));
    }

    private List<String> judge(Row row) {
        List<String> problems = new ArrayList<>();
        if (row.getBoolean("in_recovery")) {
            problems.add("the server is in recovery: it is a standby, not the primary");
        }
        if (!allowNotDurable) {
            requireOn(row, "fsync", problems);
            requireOn(row, "full_page_writes", problems);
            requireOn(row, "synchronous_commit", problems);
        }
        if (!Objects.equals(row.getLong("system_identifier"), row.getLong("recorded_identifier"))) {
            problems.add("the server's system identifier is not the recorded one: raise the code floor to accept it");
        }
        Integer timeline = row.getInteger("timeline");
        if (timeline != null && !timeline.equals(row.getInteger("recorded_timeline"))) {
            problems.add("the server's timeline is " + timeline + ", recorded is " + row.getInteger("recorded_timeline")
                    + ": it was promoted or restored; raise the code floor to accept it");
        }
        judgeRole(row, problems);
        return problems;
    }

    private static void judgeRole(Row row, List<String> problems) {
        if (row.getBoolean("may_too_much")) {
            problems.add("the database role may change the tables or the access log: use the application's own role");
        }
        if ("0".equals(row.getString("statement_timeout"))
                || "0".equals(row.getString("lock_timeout"))
                || row.getInteger("version") >= FIRST_WITH_TRANSACTION_TIMEOUT
                        && "0".equals(row.getString("transaction_timeout"))) {
            problems.add("the database role has no statement, lock or transaction timeout: run the role set-up");
        }
    }

    private static void requireOn(Row row, String setting, List<String> problems) {
        String value = row.getString(setting);
        if (!"on".equals(value) && !"remote_apply".equals(value)) {
            problems.add("the server is not durable: " + setting + " is " + value);
        }
    }
}
