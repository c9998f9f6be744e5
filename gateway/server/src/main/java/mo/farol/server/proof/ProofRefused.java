package mo.farol.server.proof;

import mo.farol.core.binding.BindingRefusal;

/** A proof that does not hold, before anything is decided about an e-ID. */
public final class ProofRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final BindingRefusal why;

    public ProofRefused(BindingRefusal why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    /** {@code ASSERTION_INVALID}, {@code ASSERTION_MISMATCH} or {@code ATTESTATION_INVALID}. */
    public BindingRefusal why() {
        return why;
    }
}
