package mo.farol.token.vectors;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.BouncyCastleCrypto;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.Es256Signer;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.crypto.HpkeSealed;
import mo.farol.token.crypto.NotOpened;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** For vectors only: RFC 6979 signatures and one fixed ephemeral key. Never for codes that anyone shows. */
final class DeterministicCrypto implements Crypto {
    private static final X25519PrivateKeyParameters EPHEMERAL = ephemeral();

    private final Crypto rest = new BouncyCastleCrypto();

    @Override
    public String name() {
        return "deterministic, for vectors";
    }

    @Override
    public HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        HPKE suite = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
        HPKEContextWithEncapsulation context = suite.setupBaseS(
                new X25519PublicKeyParameters(publicKey),
                info,
                new AsymmetricCipherKeyPair(EPHEMERAL.generatePublicKey(), EPHEMERAL));
        try {
            return new HpkeSealed(context.getEncapsulation(), context.seal(aad, plaintext));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Es256Signer signer(byte[] scalar, BindingPublicKey publicKey) {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        ECPrivateKeyParameters key =
                new ECPrivateKeyParameters(new BigInteger(1, scalar), new ECDomainParameters(curve));
        return message -> {
            ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(SHA256Digest.newInstance()));
            signer.init(true, key);
            BigInteger[] rs = signer.generateSignature(sha256(message));
            return RawSignature.of(rs[0], rs[1]);
        };
    }

    @Override
    public HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info) {
        return rest.recipient(privateKey, publicKey, info);
    }

    @Override
    public byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened {
        return rest.openGcm(key, iv, aad, ciphertext);
    }

    @Override
    public byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
        return rest.sealGcm(key, iv, aad, plaintext);
    }

    @Override
    public byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length) {
        return rest.hkdf(inputKey, salt, info, length);
    }

    @Override
    public boolean verify(BindingPublicKey key, byte[] message, byte[] signature) {
        return rest.verify(key, message, signature);
    }

    private static X25519PrivateKeyParameters ephemeral() {
        byte[] scalar = new byte[32];
        for (int i = 0; i < scalar.length; i++) {
            scalar[i] = (byte) (0x40 + i);
        }
        return new X25519PrivateKeyParameters(scalar);
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
