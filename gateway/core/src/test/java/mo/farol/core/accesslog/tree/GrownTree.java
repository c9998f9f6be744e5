package mo.farol.core.accesslog.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree that was grown in batches, with all tiles as they were stored. */
final class GrownTree {
    final Map<TileId, byte[]> tiles = new HashMap<>();
    RightEdge edge = RightEdge.EMPTY;

    GrownTree append(List<byte[]> entries) {
        RightEdge.Growth growth = RightEdge.of(edge.size(), tiles)
                .append(entries.stream().map(TreeHash::leaf).toList());
        tiles.putAll(growth.tiles());
        edge = growth.edge();
        return this;
    }

    Nodes nodes() {
        return new TileNodes(tiles);
    }
}
