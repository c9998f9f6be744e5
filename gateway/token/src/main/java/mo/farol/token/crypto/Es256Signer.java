package mo.farol.token.crypto;

/** One P-256 private key, ready to sign. */
@FunctionalInterface
public interface Es256Signer {
    /** Signs with ECDSA over SHA-256: r || s, 64 bytes. */
    byte[] sign(byte[] message);
}
