package mo.farol.simulation.postgres;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import mo.farol.core.verification.Refusal;

/** Answers that no database gave. */
public final class Wrong {
    private Wrong() {}

    public static boolean isRedeeming(String sql) {
        return sql.equals(Statements.REDEEM.sql());
    }

    /** Says {@code already_used} to every request of a redeeming statement. */
    public static List<ModelRow> refusals(Tuple tuple, Server server) {
        Tables tables = server.tables();
        long now = server.databaseMillis();
        return new Batch(Statements.REDEEM, tuple)
                .requests().stream()
                        .map(request -> Answers.decided(
                                request.attempt(),
                                now,
                                Records.refused(request, tables, now, Refusal.ALREADY_USED.number(), 1),
                                0,
                                tables))
                        .toList();
    }
}
