package mo.farol.token.crypto;

import java.util.HexFormat;
import mo.farol.token.BindingPublicKey;

/** Raw keys in the ASN.1 that key factories take: fixed bytes around the raw ones (RFC 5480, 5915, 8410). */
final class KeyEncodings {
    private static final byte[] X25519_PRIVATE = hex("302e020100300506032b656e04220420");
    private static final byte[] X25519_PUBLIC = hex("302a300506032b656e032100");
    private static final byte[] P256_PUBLIC = hex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static final byte[] P256_PRIVATE =
            hex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420");
    private static final byte[] P256_PRIVATE_POINT = hex("a144034200");

    private KeyEncodings() {}

    static byte[] x25519Private(byte[] key) {
        return joined(X25519_PRIVATE, key);
    }

    static byte[] x25519Public(byte[] key) {
        return joined(X25519_PUBLIC, key);
    }

    static byte[] p256Public(BindingPublicKey key) {
        return joined(P256_PUBLIC, key.point());
    }

    static byte[] p256Private(byte[] scalar, BindingPublicKey key) {
        return joined(P256_PRIVATE, scalar, P256_PRIVATE_POINT, key.point());
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
