package mo.farol.token.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import mo.farol.token.Cryptos;

/**
 * RFC 9180's key schedule written out from a Diffie-Hellman result that a vector gives: what our opening must arrive at
 * when its X25519 is right.
 */
final class ReferenceHpke {
    static final byte[] PLAINTEXT = "a body".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] KEM = bytes("KEM", 0x0020);
    private static final byte[] SUITE = bytes("HPKE", 0x0020, 0x0001, 0x0001);
    private static final byte[] NOTHING = new byte[0];

    private final byte[] key;
    private final byte[] nonce;

    ReferenceHpke(byte[] dh, byte[] encapsulated, byte[] publicKey, String info) {
        byte[] eaePrk = extract(KEM, NOTHING, "eae_prk", dh);
        byte[] shared = expand(KEM, eaePrk, "shared_secret", joined(encapsulated, publicKey), 32);
        byte[] pskHash = extract(SUITE, NOTHING, "psk_id_hash", NOTHING);
        byte[] infoHash = extract(SUITE, NOTHING, "info_hash", info.getBytes(StandardCharsets.US_ASCII));
        byte[] context = joined(new byte[] {0}, pskHash, infoHash);
        byte[] secret = extract(SUITE, shared, "secret", NOTHING);
        key = expand(SUITE, secret, "key", context, 16);
        nonce = expand(SUITE, secret, "base_nonce", context, 12);
    }

    byte[] seal(byte[] aad) {
        return Cryptos.JAVA.sealGcm(key, nonce, aad, PLAINTEXT);
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] inputKey) {
        // HKDF-Extract is HMAC(salt, input): the platform's own HMAC, not the code under test.
        byte[] labelled = joined("HPKE-v1".getBytes(StandardCharsets.US_ASCII), suite, ascii(label), inputKey);
        return PlatformHmac.hmac(salt.length == 0 ? new byte[32] : salt, labelled);
    }

    private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length) {
        byte[] size = {(byte) (length >> 8), (byte) length};
        byte[] labelled = joined(size, ascii("HPKE-v1"), suite, ascii(label), info, new byte[] {1});
        return java.util.Arrays.copyOf(PlatformHmac.hmac(prk, labelled), length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String name, int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii(name));
        for (int number : numbers) {
            out.write(number >> 8);
            out.write(number);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
