package mo.farol.simulation.client;

import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.Iterator;
import java.util.List;
import mo.farol.simulation.postgres.ModelRow;
import org.jspecify.annotations.Nullable;

/** An answer's rows, as the client library shows them. */
record ModelRowSet(List<ModelRow> rows) implements RowSet<Row> {
    @Override
    public RowIterator<Row> iterator() {
        Iterator<ModelRow> inner = rows.iterator();
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            public Row next() {
                return inner.next();
            }
        };
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int rowCount() {
        return rows.size();
    }

    @Override
    public @Nullable RowSet<Row> next() {
        return null;
    }

    @Override
    public RowSet<Row> value() {
        return this;
    }

    @Override
    public List<String> columnsNames() {
        throw new UnsupportedOperationException("nobody asks for the columns");
    }

    @Override
    public List<ColumnDescriptor> columnDescriptors() {
        throw new UnsupportedOperationException("nobody asks for the columns");
    }

    @Override
    public <V> V property(PropertyKind<V> property) {
        throw new UnsupportedOperationException("nobody asks for a property");
    }
}
