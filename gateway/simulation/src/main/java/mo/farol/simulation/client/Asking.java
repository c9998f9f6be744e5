package mo.farol.simulation.client;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/** A statement that waits for its parameters. */
record Asking(Function<Tuple, Future<RowSet<Row>>> send) implements PreparedQuery<RowSet<Row>> {
    @Override
    public Future<RowSet<Row>> execute(Tuple tuple) {
        return send.apply(tuple);
    }

    @Override
    public Future<RowSet<Row>> execute() {
        return send.apply(Tuple.tuple());
    }

    @Override
    public Future<RowSet<Row>> executeBatch(List<Tuple> batch) {
        throw new UnsupportedOperationException("the store sends no client-side batch");
    }

    @Override
    public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
        throw new UnsupportedOperationException("the store collects nothing");
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
        throw new UnsupportedOperationException("the store maps nothing");
    }
}
