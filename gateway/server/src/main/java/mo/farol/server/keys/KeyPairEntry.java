package mo.farol.server.keys;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import mo.farol.token.BindingPublicKey;

/** A key pair as a key file holds it. It never prints. */
record KeyPairEntry(PrivateKey privateKey, PublicKey publicKey) {
    private static final int LENGTH = 32;

    /** The raw 32 bytes of an X25519 private key: the end of its PKCS#8 form (RFC 8410, 7). */
    byte[] x25519Private() throws KeysUnusable {
        return tail(privateKey.getEncoded(), 48);
    }

    /** The raw 32 bytes of an X25519 public key: the end of its X.509 form (RFC 8410, 4). */
    byte[] x25519Public() throws KeysUnusable {
        return tail(publicKey.getEncoded(), 44);
    }

    private static byte[] tail(byte[] encoded, int wholeLength) throws KeysUnusable {
        if (encoded.length != wholeLength) {
            throw new KeysUnusable("not an X25519 key in its plain form");
        }
        return Arrays.copyOfRange(encoded, wholeLength - LENGTH, wholeLength);
    }

    /** The 32-byte scalar of a P-256 private key. */
    byte[] p256Scalar() throws KeysUnusable {
        if (!(privateKey instanceof ECPrivateKey key)) {
            throw new KeysUnusable("not a P-256 key");
        }
        return unsigned(key.getS());
    }

    BindingPublicKey p256Point() throws KeysUnusable {
        if (!(publicKey instanceof ECPublicKey key)
                || key.getParams().getOrder().bitLength() != 256) {
            throw new KeysUnusable("not a P-256 key");
        }
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        System.arraycopy(unsigned(key.getW().getAffineX()), 0, point, 1, LENGTH);
        System.arraycopy(unsigned(key.getW().getAffineY()), 0, point, 1 + LENGTH, LENGTH);
        return BindingPublicKey.of(point);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[LENGTH];
        int length = Math.min(bytes.length, LENGTH);
        System.arraycopy(bytes, bytes.length - length, fixed, LENGTH - length, length);
        return fixed;
    }

    @Override
    public String toString() {
        return "KeyPairEntry[redacted]";
    }
}
