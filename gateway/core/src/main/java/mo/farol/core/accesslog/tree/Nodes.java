package mo.farol.core.accesslog.tree;

/** The hashes of complete subtrees. */
@FunctionalInterface
public interface Nodes {
    /**
     * 32 bytes.
     *
     * @throws IllegalStateException when the subtree is not there
     */
    byte[] hash(Subtree subtree);
}
