package mo.farol.core.accesslog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 255, 256, 257, 300, 511, 512, 513, 700};

    private final Random random = new Random(7);
    private final List<byte[]> entries =
            IntStream.range(0, 700).mapToObj(i -> entry()).toList();

    private byte[] entry() {
        byte[] entry = new byte[32];
        random.nextBytes(entry);
        return entry;
    }

    /** In batches of any size. */
    private GrownTree grown(int size) {
        GrownTree tree = new GrownTree();
        for (int at = 0; at < size; ) {
            int to = Math.min(size, at + 1 + random.nextInt(100));
            tree.append(entries.subList(at, to));
            at = to;
        }
        return tree;
    }

    @Test
    void hasTheRootOfTheNaiveTreeAtEverySizeFromTheLargestTreesTiles() {
        GrownTree largest = grown(700);
        for (int size = 0; size <= 700; size++) {
            byte[] naive = NaiveTree.root(entries.subList(0, size));
            assertThat(Merkle.root(largest.nodes(), size)).isEqualTo(naive);
            assertThat(RightEdge.of(size, largest.tiles).root()).isEqualTo(naive);
        }
    }

    @Test
    void provesEveryEntryAsTheNaiveTreeDoes() {
        for (int size : SIZES) {
            GrownTree tree = grown(size);
            List<byte[]> some = entries.subList(0, size);
            for (int index = 0; index < size; index += 1 + size / 9) {
                List<byte[]> path = Merkle.inclusion(tree.nodes(), index, size);
                byte[] leaf = TreeHash.leaf(entries.get(index));
                assertThat(path).containsExactlyElementsOf(NaiveTree.path(index, some));
                assertThat(ProofCheck.includes(tree.edge.root(), size, index, leaf, path))
                        .isTrue();
                assertRefusesEveryChange(tree.edge.root(), size, index, leaf, path);
            }
        }
    }

    private static void assertRefusesEveryChange(byte[] root, int size, int index, byte[] leaf, List<byte[]> path) {
        assertThat(ProofCheck.includes(root, size, index + 1, leaf, path)).isFalse();
        assertThat(ProofCheck.includes(root, size, -1, leaf, path)).isFalse();
        assertThat(ProofCheck.includes(flipped(root), size, index, leaf, path)).isFalse();
        assertThat(ProofCheck.includes(root, size, index, flipped(leaf), path)).isFalse();
        assertThat(ProofCheck.includes(root, size, index, leaf, with(path, root)))
                .isFalse();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> changed = new ArrayList<>(path);
            changed.set(i, flipped(path.get(i)));
            assertThat(ProofCheck.includes(root, size, index, leaf, changed)).isFalse();
            List<byte[]> shorter = new ArrayList<>(path);
            shorter.remove(i);
            assertThat(ProofCheck.includes(root, size, index, leaf, shorter)).isFalse();
        }
    }

    @Test
    void provesEveryOlderTreeToBeABeginningAsTheNaiveTreeDoes() {
        for (int newer : SIZES) {
            GrownTree tree = grown(newer);
            List<byte[]> some = entries.subList(0, newer);
            for (int older = 1; older <= newer; older += 1 + newer / 17) {
                byte[] olderRoot = NaiveTree.root(entries.subList(0, older));
                List<byte[]> proof = Merkle.consistency(tree.nodes(), older, newer);
                assertThat(proof).containsExactlyElementsOf(NaiveTree.proof(older, some));
                assertThat(ProofCheck.extend(olderRoot, older, tree.edge.root(), newer, proof))
                        .isTrue();
                assertThat(ProofCheck.extend(flipped(olderRoot), older, tree.edge.root(), newer, proof))
                        .isFalse();
                assertThat(ProofCheck.extend(olderRoot, older, flipped(tree.edge.root()), newer, proof))
                        .isFalse();
                assertThat(ProofCheck.extend(olderRoot, older, tree.edge.root(), newer, with(proof, olderRoot)))
                        .isFalse();
            }
        }
    }

    @Test
    void needsOnlyTheTilesThatItNames() {
        GrownTree tree = grown(700);
        Map<TileId, byte[]> few = new HashMap<>();
        NeededTiles.of(nodes -> Merkle.inclusion(nodes, 3, 700)).forEach(id -> few.put(id, tileOf(tree, id)));

        assertThat(few).hasSizeLessThan(tree.tiles.size());
        assertThat(Merkle.inclusion(new TileNodes(few), 3, 700)).containsExactlyElementsOf(NaiveTree.path(3, entries));
        assertThatThrownBy(() -> Merkle.inclusion(new TileNodes(few), 300, 700))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storesTilesThatAreTheRootsOfThoseBelow() {
        GrownTree tree = grown(513);
        byte[] first = tileOf(tree, new TileId(0, 0));

        assertThat(first).hasSize(8192);
        assertThat(tileOf(tree, new TileId(1, 0))).hasSize(64).startsWith(TileNodes.root(first, 0, 8192));
        assertThat(RightEdge.tiles(513)).containsExactlyInAnyOrder(new TileId(0, 2), new TileId(1, 0));
        assertThat(RightEdge.tiles(256)).containsExactly(new TileId(1, 0));
    }

    private static byte[] tileOf(GrownTree tree, TileId id) {
        return java.util.Objects.requireNonNull(tree.tiles.get(id));
    }

    private static byte[] flipped(byte[] of) {
        byte[] flipped = of.clone();
        flipped[5] ^= 8;
        return flipped;
    }

    private static List<byte[]> with(List<byte[]> path, byte[] more) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }
}
