package mo.farol.token.challenge;

import mo.farol.token.base45.Base45;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.ChallengeFormat;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Es256Signer;

/** Makes the texts that terminals show. Safe for use by many threads. */
public final class ChallengeMinter {
    private final ChallengeKeyId keyId;
    private final Es256Signer signer;

    /** @param signer with the gateway's challenge key, which {@code keyId} names */
    public ChallengeMinter(ChallengeKeyId keyId, Es256Signer signer) {
        this.keyId = keyId;
        this.signer = signer;
    }

    /** The text that goes into the QR: {@code EIDC1:} and Base45. */
    public String mint(TerminalChallenge challenge) {
        return text(sign(challenge).encode());
    }

    Sign1 sign(TerminalChallenge challenge) {
        byte[] header = Sign1.header(keyId.bytes());
        byte[] payload = ChallengeCodec.encode(challenge);
        return new Sign1(
                header, payload, signer.sign(Sign1.toBeSigned(header, ChallengeCodec.externalData(), payload)));
    }

    static String text(byte[] sign1) {
        return ChallengeFormat.PREFIX + Base45.encode(sign1);
    }
}
