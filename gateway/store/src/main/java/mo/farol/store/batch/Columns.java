package mo.farol.store.batch;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns a batch into one array per column, as {@code unnest} takes it. */
public final class Columns {
    private Columns() {}

    public static <Q> @Nullable UUID[] uuids(List<Q> rows, Function<Q, @Nullable UUID> column) {
        return array(rows, column, UUID[]::new);
    }

    public static <Q> Long[] longs(List<Q> rows, Function<Q, Long> column) {
        return array(rows, column, Long[]::new);
    }

    public static <Q> Integer[] integers(List<Q> rows, Function<Q, Integer> column) {
        return array(rows, column, Integer[]::new);
    }

    public static <Q> Boolean[] booleans(List<Q> rows, Function<Q, Boolean> column) {
        return array(rows, column, Boolean[]::new);
    }

    public static <Q> String[] texts(List<Q> rows, Function<Q, String> column) {
        return array(rows, column, String[]::new);
    }

    public static <Q> Buffer[] bytes(List<Q> rows, Function<Q, byte[]> column) {
        return array(rows, row -> Buffer.buffer(column.apply(row)), Buffer[]::new);
    }

    private static <Q, T> T[] array(List<Q> rows, Function<Q, T> column, IntFunction<T[]> make) {
        T[] array = make.apply(rows.size());
        for (int i = 0; i < array.length; i++) {
            array[i] = column.apply(rows.get(i));
        }
        return array;
    }
}
