package mo.farol.server.proof.attestation;

/** A chain of certificates that proves nothing about the key. The reason repeats nothing of it. */
final class NotAttested extends Exception {
    private static final long serialVersionUID = 1L;

    NotAttested(String why) {
        super(why, null, false, false);
    }

    static void unless(boolean holds, String otherwise) throws NotAttested {
        if (!holds) {
            throw new NotAttested(otherwise);
        }
    }
}
