package mo.farol.store.accesslog.proof;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.core.accesslog.tree.Merkle;
import mo.farol.core.accesslog.tree.NeededTiles;
import mo.farol.core.accesslog.tree.Nodes;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TileNodes;
import mo.farol.store.batch.Columns;

/** Tiles as they are stored, read by whatever connection is at hand. */
public final class Tiles {
    private static final String SQL = """
            SELECT t.level, t.number, t.hashes
            FROM unnest($1::integer[], $2::bigint[]) AS a(level, number)
            JOIN log_tile t ON t.level = a.level AND t.number = a.number
            """;

    private final Ask ask;

    public Tiles(Ask ask) {
        this.ask = ask;
    }

    /** Runs one statement. */
    @FunctionalInterface
    public interface Ask {
        Future<RowSet<Row>> run(String sql, Tuple tuple);
    }

    /** Those of {@code ids} that there are. */
    public Future<Map<TileId, byte[]>> read(Set<TileId> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        List<TileId> each = List.copyOf(ids);
        Tuple tuple = Tuple.tuple(List.of(Columns.integers(each, TileId::level), Columns.longs(each, TileId::number)));
        return ask.run(SQL, tuple).map(rows -> {
            Map<TileId, byte[]> tiles = new HashMap<>();
            rows.forEach(row -> tiles.put(
                    new TileId(row.getInteger("level"), row.getLong("number")),
                    row.getBuffer("hashes").getBytes()));
            return tiles;
        });
    }

    /** {@link Merkle#inclusion}; fails with {@link IllegalStateException} when tiles are missing. */
    public Future<List<byte[]>> inclusion(long index, long size) {
        return computed(nodes -> Merkle.inclusion(nodes, index, size));
    }

    /** {@link Merkle#consistency}; empty from nothing. */
    public Future<List<byte[]>> consistency(long older, long newer) {
        return older == 0
                ? Future.succeededFuture(List.of())
                : computed(nodes -> Merkle.consistency(nodes, older, newer));
    }

    private Future<List<byte[]>> computed(Computation computation) {
        return read(NeededTiles.of(computation::on)).map(tiles -> computation.on(new TileNodes(tiles)));
    }

    private interface Computation {
        List<byte[]> on(Nodes nodes);
    }
}
