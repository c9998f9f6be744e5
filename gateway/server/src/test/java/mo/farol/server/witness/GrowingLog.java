package mo.farol.server.witness;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.Merkle;
import mo.farol.core.accesslog.tree.RightEdge;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TileNodes;
import mo.farol.core.accesslog.tree.TreeHash;

/** A log of numbered entries, without a database. */
final class GrowingLog {
    static final String ORIGIN = "gateway.example.mo/log";

    private final LogKey key;
    private final String entry;
    private final Map<TileId, byte[]> tiles = new HashMap<>();
    private RightEdge edge = RightEdge.EMPTY;

    /** @param entry what its entries begin with: logs of other entries are other logs */
    GrowingLog(LogKey key, String entry) {
        this.key = key;
        this.entry = entry;
    }

    static LogKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
            return new LogKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    NoteKey publicKey() {
        return key.publicKey(ORIGIN);
    }

    SignedCheckpoint growTo(int size) {
        List<byte[]> leaves = IntStream.range((int) edge.size(), size)
                .mapToObj(i -> TreeHash.leaf((entry + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
        RightEdge.Growth growth = edge.append(leaves);
        tiles.putAll(growth.tiles());
        edge = growth.edge();
        return key.sign(new Checkpoint(ORIGIN, edge.size(), edge.root()));
    }

    Witness.Extension extension() {
        long newer = edge.size();
        return older ->
                Future.succeededFuture(older == 0 ? List.of() : Merkle.consistency(new TileNodes(tiles), older, newer));
    }
}
