package mo.farol.store.upkeep;

import io.vertx.core.Future;
import java.util.List;
import mo.farol.store.connection.Connections;

/**
 * Deletes what nobody can use or ask for any more, the oldest first and little by little. What expired stays for a day, so
 * that whoever comes late is told that it expired; a terminal's challenge is refused alike, expired or forgotten.
 */
final class Forgetting {
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 20;

    /** Rows are named by their place, which cannot change under a statement's snapshot. One node forgets at a time. */
    private static final String SQL = """
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM %1$s
                WHERE %2$s < now() - interval '%3$s' AND (SELECT pg_try_advisory_xact_lock(4611181))
                ORDER BY %2$s LIMIT 1000))
            """;

    private static final List<String> STATEMENTS = List.of(
            SQL.formatted("binding_challenge", "expires", "1 day"),
            SQL.formatted("kiosk_number", "expires", "1 day"),
            SQL.formatted("counter_case", "expires", "1 day"),
            SQL.formatted("account_case", "expires", "1 day"),
            // Used or not, it is over once the row is gone; until then its request may be asked again.
            SQL.formatted("terminal_challenge", "expires", "10 minutes"),
            SQL.formatted("used_once", "forget_after", "0"),
            // Of a day whose keys give no more tickets, whatever the clocks say.
            SQL.formatted("ticket_count", "day", "3 days"),
            // What a pass over the minors does once is a request that is the same every day, for weeks.
            SQL.formatted("eid_request", "at", "61 days"));

    private final Connections connections;

    Forgetting(Connections connections) {
        this.connections = connections;
    }

    Future<Void> run() {
        Future<Void> done = Future.succeededFuture();
        for (String statement : STATEMENTS) {
            done = done.compose(before -> batches(statement, MOST_BATCHES));
        }
        return done;
    }

    private Future<Void> batches(String statement, int left) {
        return connections
                .pool()
                .query(statement)
                .execute()
                .compose(deleted -> deleted.rowCount() < BATCH || left <= 1
                        ? Future.succeededFuture()
                        : batches(statement, left - 1));
    }
}
