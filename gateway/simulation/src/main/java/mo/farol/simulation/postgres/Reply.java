package mo.farol.simulation.postgres;

import io.vertx.pgclient.PgException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server answers a statement.
 *
 * @param warned a WARNING came before: the commit may not have reached the standby
 */
public record Reply(List<ModelRow> rows, @Nullable PgException error, boolean warned) {
    static Reply of(List<ModelRow> rows, boolean warned) {
        return new Reply(rows, null, warned);
    }

    static Reply error(String sqlState) {
        return new Reply(List.of(), new PgException("simulated", "ERROR", sqlState, ""), false);
    }
}
