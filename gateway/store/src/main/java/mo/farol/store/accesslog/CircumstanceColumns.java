package mo.farol.store.accesslog;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.store.batch.Columns;
import org.jspecify.annotations.Nullable;

/** The columns of an access record that are known before anything is decided, in the order all statements share. */
public final class CircumstanceColumns {
    private CircumstanceColumns() {}

    /** Appends terminal, institution, purpose, policy_version, requested, kind, staff, place, lane and reason. */
    public static <Q> void append(Tuple tuple, List<Q> rows, Function<Q, Circumstances> of) {
        tuple.addValue(Columns.longs(rows, row -> of.apply(row).terminal().terminal()));
        tuple.addValue(Columns.longs(rows, row -> of.apply(row).terminal().institution()));
        tuple.addValue(
                Columns.longs(rows, row -> of.apply(row).grant().purpose().id()));
        tuple.addValue(Columns.longs(rows, row -> of.apply(row).grant().version()));
        tuple.addValue(Columns.integers(rows, row -> of.apply(row).requested().mask()));
        tuple.addValue(Columns.integers(rows, row -> of.apply(row).kind().number()));
        tuple.addValue(Columns.texts(rows, row -> of.apply(row).staff()));
        tuple.addValue(Columns.texts(rows, row -> of.apply(row).place()));
        tuple.addValue(Columns.texts(rows, row -> of.apply(row).lane()));
        tuple.addValue(Columns.texts(rows, row -> of.apply(row).reason()));
    }

    /** Roughly how many bytes a request takes in a batch. */
    public static int size(Circumstances of) {
        return 300 + length(of.staff()) + length(of.place()) + length(of.lane()) + length(of.reason());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : 3 * text.length();
    }
}
