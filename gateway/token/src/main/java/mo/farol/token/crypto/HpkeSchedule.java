package mo.farol.token.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static mo.farol.token.crypto.KeyEncodings.joined;

import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The key schedule of RFC 9180 for one recipient and one info (base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM). Two of the seven hashes and every label are the same for all codes and are computed here once; libraries
 * do that work, and derive the recipient's public key, again for each code (perf/README.md has what it saves).
 */
final class HpkeSchedule {
    static final int KEY_LENGTH = 16;
    static final int NONCE_LENGTH = 12;

    private static final byte[] VERSION = "HPKE-v1".getBytes(US_ASCII);
    private static final byte[] KEM = joined("KEM".getBytes(US_ASCII), new byte[] {0, 0x20});
    private static final byte[] SUITE = joined("HPKE".getBytes(US_ASCII), new byte[] {0, 0x20, 0, 1, 0, 1});
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] FIRST_BLOCK = {1};

    private static final byte[] EAE_PRK = labelled(KEM, "eae_prk");
    private static final byte[] SHARED_SECRET = sized(Hkdf.HASH_LENGTH, KEM, "shared_secret");
    private static final byte[] SECRET = labelled(SUITE, "secret");

    private final byte[] publicKey;
    private final byte[] keyInfo;
    private final byte[] nonceInfo;

    HpkeSchedule(Mac mac, byte[] publicKey, byte[] info) throws InvalidKeyException {
        byte[] pskIdHash = Hkdf.extract(mac, NOTHING, labelled(SUITE, "psk_id_hash"));
        byte[] infoHash = Hkdf.extract(mac, NOTHING, joined(labelled(SUITE, "info_hash"), info));
        byte[] context = joined(new byte[] {0}, pskIdHash, infoHash);
        this.publicKey = publicKey.clone();
        this.keyInfo = joined(sized(KEY_LENGTH, SUITE, "key"), context, FIRST_BLOCK);
        this.nonceInfo = joined(sized(NONCE_LENGTH, SUITE, "base_nonce"), context, FIRST_BLOCK);
    }

    /** The content key, then the nonce, of the message that came with {@code encapsulatedKey}. */
    byte[][] keyAndNonce(Mac mac, byte[] dh, byte[] encapsulatedKey) throws InvalidKeyException {
        byte[] eaePrk = Hkdf.extract(mac, NOTHING, joined(EAE_PRK, dh));
        byte[] kemInfo = joined(SHARED_SECRET, encapsulatedKey, publicKey, FIRST_BLOCK);
        byte[] secret = Hkdf.extract(mac, Hkdf.extract(mac, eaePrk, kemInfo), SECRET);
        byte[] key = Arrays.copyOf(Hkdf.extract(mac, secret, keyInfo), KEY_LENGTH);
        return new byte[][] {key, Arrays.copyOf(Hkdf.extract(mac, secret, nonceInfo), NONCE_LENGTH)};
    }

    private static byte[] labelled(byte[] suite, String label) {
        return joined(VERSION, suite, label.getBytes(US_ASCII));
    }

    private static byte[] sized(int length, byte[] suite, String label) {
        return joined(new byte[] {(byte) (length >>> 8), (byte) length}, labelled(suite, label));
    }
}
