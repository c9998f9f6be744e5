package mo.farol.store.accesslog.proof;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TilePath;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.connection.Connections;

/** Tiles for anybody: from memory where it can be, and never many questions to the database at a time. */
final class PublicTiles {
    private static final String ENTRIES = "SELECT leaf FROM log_leaf WHERE index >= $1 AND index < $2 ORDER BY index";
    private static final int KEPT = 1024;
    private static final int AT_A_TIME = 4;

    private final Connections connections;
    private final Tiles tiles;
    private final AtomicInteger asking = new AtomicInteger();
    private final Map<TileId, byte[]> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    PublicTiles(Connections connections) {
        this.connections = connections;
        this.tiles = new Tiles(connections::ask);
    }

    /** @param size entries that are published: nothing beyond them is served */
    Future<Optional<Buffer>> read(TilePath path, long size) {
        if (path.tile().widthIn(size) < path.width()) {
            return Future.succeededFuture(Optional.empty());
        }
        return path.level() == TilePath.ENTRIES ? entries(path) : hashes(path);
    }

    private Future<Optional<Buffer>> hashes(TilePath path) {
        int bytes = path.width() * TreeHash.LENGTH;
        byte[] known = kept.get(path.tile());
        if (known != null && known.length >= bytes) {
            return Future.succeededFuture(Optional.of(Buffer.buffer(known).slice(0, bytes)));
        }
        return inTurn(() -> tiles.read(Set.of(path.tile()))).map(read -> {
            byte[] tile = read.get(path.tile());
            if (tile == null || tile.length < bytes) {
                return Optional.empty();
            }
            kept.put(path.tile(), tile);
            return Optional.of(Buffer.buffer(tile).slice(0, bytes));
        });
    }

    private Future<Optional<Buffer>> entries(TilePath path) {
        long from = path.number() * TileId.WIDTH;
        return inTurn(() -> connections.ask(ENTRIES, Tuple.of(from, from + path.width())))
                .map(rows -> {
                    Buffer bundle = Buffer.buffer();
                    rows.forEach(
                            row -> bundle.appendUnsignedShort(TreeHash.LENGTH).appendBuffer(row.getBuffer("leaf")));
                    return rows.size() == path.width() ? Optional.of(bundle) : Optional.empty();
                });
    }

    private <T> Future<T> inTurn(java.util.function.Supplier<Future<T>> question) {
        if (asking.incrementAndGet() > AT_A_TIME) {
            asking.decrementAndGet();
            return Future.failedFuture(new ArbiterUnreachable("too many tiles are asked for at a time"));
        }
        return question.get().onComplete(done -> asking.decrementAndGet());
    }
}
