package mo.farol.token;

import java.util.ArrayList;
import java.util.List;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.Es256Signer;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.crypto.HpkeSealed;
import mo.farol.token.crypto.NotOpened;

/** Writes down which costly operations were asked for, and passes them on. */
public final class CountingCrypto implements Crypto {
    public final List<String> work = new ArrayList<>();
    private final Crypto to;

    public CountingCrypto(Crypto to) {
        this.to = to;
    }

    @Override
    public String name() {
        return to.name();
    }

    @Override
    public HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info) {
        HpkeRecipient recipient = to.recipient(privateKey, publicKey, info);
        return (encapsulatedKey, aad, ciphertext) -> {
            work.add("open by HPKE");
            return recipient.open(encapsulatedKey, aad, ciphertext);
        };
    }

    @Override
    public HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext) {
        return to.seal(publicKey, info, aad, plaintext);
    }

    @Override
    public byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened {
        work.add("open by AES-GCM");
        return to.openGcm(key, iv, aad, ciphertext);
    }

    @Override
    public byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext) {
        return to.sealGcm(key, iv, aad, plaintext);
    }

    @Override
    public byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length) {
        work.add("derive");
        return to.hkdf(inputKey, salt, info, length);
    }

    @Override
    public boolean verify(BindingPublicKey key, byte[] message, byte[] signature) {
        work.add("verify");
        return to.verify(key, message, signature);
    }

    @Override
    public Es256Signer signer(byte[] scalar, BindingPublicKey publicKey) {
        return to.signer(scalar, publicKey);
    }
}
