package mo.farol.simulation.phone;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.BouncyCastleCrypto;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.EcdsaForm;
import mo.farol.token.crypto.Es256Signer;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.crypto.HpkeSealed;
import mo.farol.token.crypto.NotOpened;

/**
 * Cheap and seeded, out of SHA-256, and honest about tampering: what was changed does not open and does not verify, and
 * a signature has its second form. It keeps no secret, so it is for simulated codes only.
 */
public final class SimulatedCrypto implements Crypto {
    private static final BigInteger ORDER = new BigInteger(
            1, HexFormat.of().parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"));
    private static final int TAG = 16;
    private static final int HALF = 32;
    /** Refuses what does not open here: only it can say so. */
    private static final Crypto REAL = new BouncyCastleCrypto();

    private final RandomGenerator random;

    public SimulatedCrypto(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info) {
        return (encapsulatedKey, aad, ciphertext) -> open(hash(publicKey, encapsulatedKey, info), aad, ciphertext);
    }

    @Override
    public HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        byte[] encapsulated = new byte[HALF];
        random.nextBytes(encapsulated);
        return new HpkeSealed(encapsulated, sealed(hash(publicKey, encapsulated, info), aad, plaintext));
    }

    @Override
    public byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened {
        return open(hash(key, iv), aad, ciphertext);
    }

    @Override
    public byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
        return sealed(hash(key, iv), aad, plaintext);
    }

    @Override
    public byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length) {
        return Arrays.copyOf(hash(inputKey, salt, info), length);
    }

    @Override
    public boolean verify(BindingPublicKey key, byte[] message, byte[] signature) {
        if (EcdsaForm.toDer(signature).isEmpty()) {
            return false;
        }
        byte[] genuine = signature(key, message);
        return Arrays.equals(genuine, signature) || Arrays.equals(secondForm(genuine), signature);
    }

    @Override
    public Es256Signer signer(byte[] scalar, BindingPublicKey publicKey) {
        return message -> signature(publicKey, message);
    }

    /** (r, n - s): the same signature in other bytes. */
    static byte[] secondForm(byte[] signature) {
        BigInteger s = new BigInteger(1, signature, HALF, HALF);
        byte[] other = ORDER.subtract(s).toByteArray();
        byte[] second = Arrays.copyOf(signature, 2 * HALF);
        Arrays.fill(second, HALF, 2 * HALF, (byte) 0);
        int length = Math.min(HALF, other.length);
        System.arraycopy(other, other.length - length, second, 2 * HALF - length, length);
        return second;
    }

    /** Both halves far below the order, and never zero. */
    private static byte[] signature(BindingPublicKey key, byte[] message) {
        byte[] r = hash(key.point(), message, new byte[] {1});
        byte[] s = hash(key.point(), message, new byte[] {2});
        r[0] = 0x11;
        s[0] = 0x22;
        return ByteBuffer.allocate(2 * HALF).put(r).put(s).array();
    }

    private static byte[] sealed(byte[] key, byte[] aad, byte[] plaintext) {
        byte[] tag = Arrays.copyOf(hash(key, aad, plaintext), TAG);
        return ByteBuffer.allocate(plaintext.length + TAG)
                .put(mixed(key, plaintext))
                .put(tag)
                .array();
    }

    private static byte[] open(byte[] key, byte[] aad, byte[] ciphertext) throws NotOpened {
        int length = Math.max(0, ciphertext.length - TAG);
        byte[] plaintext = mixed(key, Arrays.copyOf(ciphertext, length));
        byte[] tag = Arrays.copyOfRange(ciphertext, length, ciphertext.length);
        if (!Arrays.equals(tag, Arrays.copyOf(hash(key, aad, plaintext), TAG))) {
            return REAL.openGcm(Arrays.copyOf(key, 16), Arrays.copyOf(key, 12), aad, ciphertext);
        }
        return plaintext;
    }

    private static byte[] mixed(byte[] key, byte[] input) {
        byte[] output = new byte[input.length];
        byte[] stream = key;
        for (int i = 0; i < output.length; i++) {
            if (i % HALF == 0) {
                stream = hash(key, stream);
            }
            output[i] = (byte) (input[i] ^ stream[i % HALF]);
        }
        return output;
    }

    private static byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update((byte) part.length);
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
