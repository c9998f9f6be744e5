package mo.farol.token.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mo.farol.token.Deployment;
import mo.farol.token.Nonce;
import mo.farol.token.base45.Base45;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.P256;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.qr.QrPicture;

/** Makes the challenges of the vectors: one key, a few institutions, then everything that must be refused. */
final class ChallengeVectors {
    private static final String NOTE = "Format EIDC1. The key is public: never use it. Written by RegenerateVectors.";

    final PhoneKey key;
    final ChallengeKeyId keyId;
    private final Random random = new Random(VectorWorld.SEED + 1);
    private final byte[] scalar = P256.newScalar(random);
    private final List<ChallengeVector> genuine = new ArrayList<>();
    private final List<ChallengeVector> hostile = new ArrayList<>();

    private ChallengeVectors() {
        this.key = PhoneKey.of(new DeterministicCrypto(), scalar);
        this.keyId = ChallengeKeyId.of(key.publicKey());
    }

    static ChallengeVectorFile make() {
        ChallengeVectors all = new ChallengeVectors();
        long expires = Deployment.NOW + 60;
        all.genuine("a bank", all.says("Banco Exemplo", "bank.loan", "bank-1", expires));
        all.genuine("an institution with two names", all.says("示範銀行 Banco Exemplo", "bank.loan", "bank-2", expires));
        all.genuine("a character beyond U+FFFF", all.says("𠮷祥電訊", "telecom.sim", "shop 7", expires));
        all.genuine("the longest names", all.says("澳".repeat(200), "澳".repeat(100), "澳".repeat(200), expires));
        all.genuine("an expiry after 2106", all.says("Banco Exemplo", "bank.loan", "bank-1", 1L << 32));
        HostileChallenges.addTo(all);
        HostileChallengeBodies.addTo(all);
        return new ChallengeVectorFile(
                NOTE,
                new ChallengeVectorFile.Key(
                        all.keyId.toString(),
                        VectorFile.hex(all.scalar),
                        VectorFile.hex(all.key.publicKey().point())),
                all.genuine,
                all.hostile);
    }

    TerminalChallenge says(String institution, String purpose, String terminal, long expires) {
        byte[] id = new byte[Nonce.LENGTH];
        random.nextBytes(id);
        return new TerminalChallenge(Nonce.of(id), institution, purpose, terminal, expires);
    }

    Sign1 signed(byte[] header, byte[] payload) {
        byte[] message = Sign1.toBeSigned(header, ChallengeCodec.externalData(), payload);
        return new Sign1(header, payload, key.sign(message));
    }

    void hostile(String name, String reason, String text) {
        hostile.add(new ChallengeVector(name, text, reason, null));
    }

    static String text(byte[] bytes) {
        return "EIDC1:" + Base45.encode(bytes);
    }

    private void genuine(String name, TerminalChallenge says) {
        Sign1 signed = signed(Sign1.header(keyId.bytes()), ChallengeCodec.encode(says));
        String text = text(signed.encode());
        ChallengeVector.Stages stages = new ChallengeVector.Stages(
                VectorFile.hex(says.id().bytes()),
                says.institution(),
                says.purpose(),
                says.terminal(),
                says.expires(),
                VectorFile.hex(signed.payload()),
                VectorFile.hex(ChallengeCodec.externalData()),
                VectorFile.hex(signed.toBeSigned(ChallengeCodec.externalData())),
                VectorFile.hex(signed.encode()),
                QrPicture.version(text));
        genuine.add(new ChallengeVector(name, text, null, stages));
    }
}
