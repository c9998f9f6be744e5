package mo.farol.token.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import mo.farol.token.BindingPublicKey;
import org.conscrypt.Conscrypt;
import org.conscrypt.HpkeContextSender;
import org.conscrypt.XdhKeySpec;

/** Native, for the hot path. The provider is our own instance and is named in every call, never registered. */
public final class ConscryptCrypto implements Crypto {
    private static final String SUITE = "DHKEM_X25519_HKDF_SHA256/HKDF_SHA256/AES_128_GCM";
    private static final int TAG_BITS = 128;
    private static final byte[] NO_SECRET = new byte[32];

    private final Provider provider;
    private final KeyFactory ec;
    private final KeyFactory xdh;
    private final ThreadLocal<Signature> signatures;
    private final ThreadLocal<Cipher> ciphers;
    private final ThreadLocal<Mac> macs;
    private final ThreadLocal<KeyAgreement> agreements;

    /**
     * Loads the native code.
     *
     * @throws UnsatisfiedLinkError when there is none for this platform
     */
    public ConscryptCrypto() {
        provider = Conscrypt.newProvider();
        ec = made(() -> KeyFactory.getInstance("EC", provider));
        xdh = made(() -> KeyFactory.getInstance("XDH", provider));
        signatures = perThread(() -> Signature.getInstance("SHA256withECDSA", provider));
        ciphers = perThread(() -> Cipher.getInstance("AES/GCM/NoPadding", provider));
        macs = perThread(() -> Mac.getInstance("HmacSHA256", "SunJCE"));
        agreements = perThread(() -> KeyAgreement.getInstance("XDH", provider));
    }

    @Override
    public String name() {
        return "Conscrypt " + Conscrypt.version().major() + "."
                + Conscrypt.version().minor();
    }

    @Override
    public HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info) {
        byte[] encoded = KeyEncodings.x25519Private(privateKey);
        PrivateKey key = made(() -> xdh.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        HpkeSchedule schedule = made(() -> new HpkeSchedule(macs.get(), publicKey, info));
        return (encapsulatedKey, aad, ciphertext) -> open(key, schedule, encapsulatedKey, aad, ciphertext);
    }

    private byte[] open(PrivateKey key, HpkeSchedule schedule, byte[] encapsulatedKey, byte[] aad, byte[] ciphertext)
            throws NotOpened {
        try {
            KeyAgreement agreement = agreements.get();
            agreement.init(key);
            agreement.doPhase(xdh.generatePublic(new XdhKeySpec(encapsulatedKey)), true);
            byte[][] keyAndNonce = schedule.keyAndNonce(macs.get(), secret(agreement), encapsulatedKey);
            return gcm(Cipher.DECRYPT_MODE, keyAndNonce[0], keyAndNonce[1], aad, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new NotOpened();
        }
    }

    /** RFC 9180, 7.1.4: a low-order key gives zeros for a secret, which anyone knows. */
    private static byte[] secret(KeyAgreement agreement) throws InvalidKeyException {
        byte[] secret = agreement.generateSecret();
        if (MessageDigest.isEqual(secret, NO_SECRET)) {
            throw new InvalidKeyException("a low-order key");
        }
        return secret;
    }

    @Override
    public HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        return made(() -> {
            PublicKey key = xdh.generatePublic(new X509EncodedKeySpec(KeyEncodings.x25519Public(publicKey)));
            HpkeContextSender sender = HpkeContextSender.getInstance(SUITE, provider);
            sender.init(key, info);
            return new HpkeSealed(sender.getEncapsulated(), sender.seal(plaintext, aad));
        });
    }

    @Override
    public byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened {
        try {
            return gcm(Cipher.DECRYPT_MODE, key, iv, aad, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new NotOpened();
        }
    }

    @Override
    public byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
        return made(() -> gcm(Cipher.ENCRYPT_MODE, key, iv, aad, plaintext));
    }

    @Override
    public byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length) {
        return made(() -> {
            Mac mac = macs.get();
            return Hkdf.expand(mac, Hkdf.extract(mac, salt, inputKey), info, length);
        });
    }

    @Override
    public boolean verify(BindingPublicKey key, byte[] message, byte[] signature) {
        Optional<byte[]> der = EcdsaForm.toDer(signature);
        if (der.isEmpty()) {
            return false;
        }
        try {
            Signature verifier = signatures.get();
            verifier.initVerify(ec.generatePublic(new X509EncodedKeySpec(KeyEncodings.p256Public(key))));
            verifier.update(message);
            return verifier.verify(der.get());
        } catch (GeneralSecurityException e) {
            // A point off the curve, or a signature that the library itself refuses.
            return false;
        }
    }

    @Override
    public Es256Signer signer(byte[] scalar, BindingPublicKey publicKey) {
        byte[] encoded = KeyEncodings.p256Private(scalar, publicKey);
        PrivateKey key = made(() -> ec.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        return message -> made(() -> {
            Signature signer = signatures.get();
            signer.initSign(key);
            signer.update(message);
            return EcdsaForm.toRaw(signer.sign()).orElseThrow(() -> new InvalidKeyException("no P-256 signature"));
        });
    }

    private byte[] gcm(int mode, byte[] key, byte[] iv, byte[] aad, byte[] input) throws GeneralSecurityException {
        Cipher cipher = ciphers.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(aad);
        return cipher.doFinal(input);
    }

    private static <T> ThreadLocal<T> perThread(Making<T> making) {
        return ThreadLocal.withInitial(() -> made(making));
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new CryptoUnavailable("Conscrypt does not do what it must", e);
        }
    }

    /** Work that fails only when the installation is broken. */
    @FunctionalInterface
    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }
}
