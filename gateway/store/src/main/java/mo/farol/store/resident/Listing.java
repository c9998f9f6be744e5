package mo.farol.store.resident;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import mo.farol.core.resident.Page;
import mo.farol.core.resident.ResidentViews;

/**
 * Lists that are read newest first by UUIDv7. A cursor is only compared with, never looked up, so it does not matter
 * whose row it names, or whether there is one.
 *
 * @param before only what is older
 * @param size how many a page holds
 */
record Listing(UUID before, int size) {
    private static final UUID END = new UUID(-1, -1);

    /** @param atMost brought into bounds */
    static Listing of(Optional<UUID> after, int atMost) {
        return new Listing(after.orElse(END), Math.clamp(atMost, 1, ResidentViews.LARGEST_PAGE));
    }

    /** How many rows to ask for: one more than a page shows, because it tells whether there is a next. */
    long rows() {
        return size + 1L;
    }

    <T> Page<T> page(RowSet<Row> rows, Function<Row, T> read, Function<T, UUID> id) {
        List<T> items = all(rows, read);
        if (items.size() <= size) {
            return new Page<>(items, Optional.empty());
        }
        return new Page<>(items.subList(0, size), Optional.of(id.apply(items.get(size - 1))));
    }

    static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
