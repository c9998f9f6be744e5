package mo.farol.store.accesslog.seal;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.OptionalLong;
import mo.farol.store.connection.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * {@code head.sql}: how far the log has come.
 *
 * @param published the newest signed checkpoint
 * @param publishedSize its entries, -1 before the first
 * @param due whether a second has gone by since it
 * @param horizon below it every transaction has ended
 * @param held whether a transaction is under way
 * @param oldestMillis how old the oldest record is that is not in the log; empty when there is none
 */
record LogHead(
        int epoch,
        long size,
        Optional<String> published,
        long publishedSize,
        boolean due,
        String horizon,
        boolean held,
        OptionalLong oldestMillis) {
    static final String SQL = SqlText.of(LogHead.class, "head.sql");

    static LogHead read(Row row) {
        @Nullable Long oldest = row.getLong("oldest_millis");
        return new LogHead(
                row.getInteger("epoch"),
                row.getLong("size"),
                Optional.ofNullable(row.getString("checkpoint")),
                row.getLong("checkpoint_size"),
                row.getBoolean("checkpoint_due"),
                row.getString("horizon"),
                row.getBoolean("held"),
                oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest));
    }

    boolean toBeSigned() {
        return due && size > publishedSize;
    }
}
