package mo.farol.core.accesslog.tree;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, 2.1, as it stands there: slow, and nothing shared with the product but SHA-256 with its two bytes. */
final class NaiveTree {
    private NaiveTree() {}

    static byte[] root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return TreeHash.empty();
        }
        if (entries.size() == 1) {
            return TreeHash.leaf(entries.getFirst());
        }
        int k = split(entries.size());
        return TreeHash.node(root(entries.subList(0, k)), root(entries.subList(k, entries.size())));
    }

    static List<byte[]> path(int m, List<byte[]> entries) {
        if (entries.size() == 1) {
            return List.of();
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
    }

    static List<byte[]> proof(int m, List<byte[]> entries) {
        return subproof(m, entries, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> entries, boolean whole) {
        if (m == entries.size()) {
            return whole ? List.of() : List.of(root(entries));
        }
        int k = split(entries.size());
        List<byte[]> left = entries.subList(0, k);
        List<byte[]> right = entries.subList(k, entries.size());
        return m <= k ? with(subproof(m, left, whole), root(right)) : with(subproof(m - k, right, false), root(left));
    }

    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<byte[]> with(List<byte[]> some, byte[] one) {
        List<byte[]> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
