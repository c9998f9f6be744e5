package mo.farol.bench.world;

/** A goal cannot be taken on this machine; the message says in one line what is missing. */
public final class PeerMissing extends Exception {
    private static final long serialVersionUID = 1L;

    public PeerMissing(String message) {
        super(message);
    }
}
