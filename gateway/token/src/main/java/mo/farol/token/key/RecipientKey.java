package mo.farol.token.key;

import mo.farol.token.CodeType;

/**
 * A gateway's HPKE key pair for one type.
 *
 * @param kid the key's 4-byte id, big-endian
 * @param privateKey X25519, 32 bytes
 * @param publicKey X25519, 32 bytes
 */
public record RecipientKey(CodeType type, int kid, byte[] privateKey, byte[] publicKey, KeyState state) {
    private static final int LENGTH = 32;

    public RecipientKey {
        if (privateKey.length != LENGTH || publicKey.length != LENGTH) {
            throw new IllegalArgumentException("an X25519 key has 32 bytes");
        }
        privateKey = privateKey.clone();
        publicKey = publicKey.clone();
    }

    /** What the world may know of it. */
    public PublishedKey published() {
        return new PublishedKey(type, kid, publicKey, state);
    }

    @Override
    public String toString() {
        return "RecipientKey[" + type.label() + ", " + state + ", redacted]";
    }
}
