package mo.farol.token;

/**
 * A code whose signature was verified with the public key of the binding it names. Only {@link SignatureVerifier} makes
 * one: holding it is the proof.
 */
public final class GenuineCode {
    private final OpenedCode opened;
    private final BindingPublicKey key;

    GenuineCode(OpenedCode opened, BindingPublicKey key) {
        this.opened = opened;
        this.key = key;
    }

    public CodeType type() {
        return opened.type();
    }

    public OpeningWay way() {
        return opened.way();
    }

    public BindingKeyId bindingKeyId() {
        return opened.bindingKeyId();
    }

    public Claims claims() {
        return opened.claims();
    }

    /** The key that verified the signature; the redeeming statement compares its hash with the binding's own. */
    public BindingPublicKey key() {
        return key;
    }
}
