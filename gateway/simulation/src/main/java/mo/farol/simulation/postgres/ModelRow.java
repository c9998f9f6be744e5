package mo.farol.simulation.postgres;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of an answer, as the client library shows it. */
public final class ModelRow implements Row {
    private final Shape shape;
    private final @Nullable Object[] values;

    ModelRow(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** This row with another one's first column: the bug of giving rows to requests by their place. */
    public ModelRow withFirstOf(ModelRow other) {
        @Nullable Object[] mixed = values.clone();
        mixed[0] = other.values[0];
        return new ModelRow(shape, mixed);
    }

    @Override
    public String getColumnName(int index) {
        return shape.name(index);
    }

    @Override
    public int getColumnIndex(String name) {
        return shape.index(name);
    }

    @Override
    public @Nullable Object getValue(int index) {
        return values[index];
    }

    @Override
    public Tuple addValue(@Nullable Object value) {
        throw new UnsupportedOperationException("a row is read only");
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("a row is read only");
    }

    @Override
    public List<Class<?>> types() {
        throw new UnsupportedOperationException("nobody asks for the types");
    }
}
