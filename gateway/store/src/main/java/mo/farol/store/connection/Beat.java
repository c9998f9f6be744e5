package mo.farol.store.connection;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import mo.farol.core.time.TimeAnchor;

/** A small question that keeps a held connection from falling silent, and reads the database's clock. */
public final class Beat {
    private Beat() {}

    /** @param time learns what the clock said */
    public static Future<Void> on(HeldConnection held, TimeAnchor time) {
        return held.get().compose(connection -> {
            long mark = time.mark();
            return connection
                    .preparedQuery("SELECT clock_timestamp() AS now")
                    .execute()
                    .onSuccess(rows -> rows.forEach(row ->
                            time.read(mark, row.get(OffsetDateTime.class, "now").toInstant())))
                    .mapEmpty();
        });
    }
}
