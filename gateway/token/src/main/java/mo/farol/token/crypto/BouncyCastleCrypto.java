package mo.farol.token.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** In Java, on every platform: BouncyCastle's own classes, no provider look-up. */
public final class BouncyCastleCrypto implements Crypto {
    private static final int TAG_BITS = 128;
    /** One a thread: the library's suite keeps a digest and is not safe to share. */
    private static final ThreadLocal<HPKE> SUITE = ThreadLocal.withInitial(
            () -> new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128));

    private final SecureRandom random = new SecureRandom();

    @Override
    public String name() {
        return "BouncyCastle";
    }

    @Override
    public HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info) {
        AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(
                new X25519PublicKeyParameters(publicKey), new X25519PrivateKeyParameters(privateKey));
        byte[] context = info.clone();
        return (encapsulatedKey, aad, ciphertext) -> {
            try {
                return SUITE.get().setupBaseR(encapsulatedKey, pair, context).open(aad, ciphertext);
            } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException e) {
                // IllegalStateException: a low-order encapsulated key. IllegalArgumentException: shorter than a tag.
                throw new NotOpened();
            }
        };
    }

    @Override
    public HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        HPKEContextWithEncapsulation context = SUITE.get().setupBaseS(new X25519PublicKeyParameters(publicKey), info);
        try {
            return new HpkeSealed(context.getEncapsulation(), context.seal(aad, plaintext));
        } catch (InvalidCipherTextException e) {
            throw new CryptoUnavailable("HPKE does not seal", e);
        }
    }

    @Override
    public byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened {
        try {
            return gcm(false, key, iv, aad, ciphertext);
        } catch (InvalidCipherTextException e) {
            throw new NotOpened();
        }
    }

    @Override
    public byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
        try {
            return gcm(true, key, iv, aad, plaintext);
        } catch (InvalidCipherTextException e) {
            throw new CryptoUnavailable("AES-GCM does not seal", e);
        }
    }

    @Override
    public byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length) {
        Hkdf.checkLength(length);
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(inputKey, salt, info));
        byte[] output = new byte[length];
        generator.generateBytes(output, 0, length);
        return output;
    }

    @Override
    public boolean verify(BindingPublicKey key, byte[] message, byte[] signature) {
        Optional<BigInteger[]> numbers = EcdsaForm.numbers(signature);
        if (numbers.isEmpty()) {
            return false;
        }
        BigInteger[] rs = numbers.get();
        return P256.parameters(key)
                .map(point -> {
                    ECDSASigner verifier = new ECDSASigner();
                    verifier.init(false, point);
                    return verifier.verifySignature(sha256(message), rs[0], rs[1]);
                })
                .orElse(false);
    }

    @Override
    public Es256Signer signer(byte[] scalar, BindingPublicKey publicKey) {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(new BigInteger(1, scalar), P256.CURVE);
        return message -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(true, new ParametersWithRandom(key, random));
            BigInteger[] rs = signer.generateSignature(sha256(message));
            return KeyEncodings.joined(P256.unsigned(rs[0]), P256.unsigned(rs[1]));
        };
    }

    private static byte[] gcm(boolean seal, byte[] key, byte[] iv, byte[] aad, byte[] input)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, iv, aad));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new CryptoUnavailable("every JDK has SHA-256", e);
        }
    }
}
