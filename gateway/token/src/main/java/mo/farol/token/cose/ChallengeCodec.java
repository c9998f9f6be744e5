package mo.farol.token.cose;

import java.nio.charset.StandardCharsets;
import mo.farol.token.Nonce;
import mo.farol.token.cbor.CborReader;
import mo.farol.token.cbor.CborWriter;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.challenge.TerminalChallenge;

/**
 * What a challenge says as a deterministic CBOR map of five pairs: {@code {4: expiry, 10: id, -65537: institution, -65538:
 * purpose, -65539: terminal}}.
 */
public final class ChallengeCodec {
    private static final int PAIRS = 5;

    private ChallengeCodec() {}

    /** @throws NotDeterministic when the bytes are not exactly the format's map */
    public static TerminalChallenge decode(byte[] bytes) throws NotDeterministic {
        CborReader reader = new CborReader(bytes);
        reader.map(PAIRS);
        reader.label(ChallengeFormat.EXP);
        long expires = reader.unsigned();
        reader.label(ChallengeFormat.NONCE);
        Nonce id = Nonce.of(reader.bytes(Nonce.LENGTH));
        String institution = name(reader, ChallengeFormat.INSTITUTION, ChallengeFormat.LONGEST_INSTITUTION);
        String purpose = name(reader, ChallengeFormat.PURPOSE, ChallengeFormat.LONGEST_PURPOSE);
        String terminal = name(reader, ChallengeFormat.TERMINAL, ChallengeFormat.LONGEST_TERMINAL);
        reader.end();
        if (expires > ClaimsCodec.MAX_IAT) {
            throw new NotDeterministic("an expiry below 2^53");
        }
        return new TerminalChallenge(id, institution, purpose, terminal, expires);
    }

    public static byte[] encode(TerminalChallenge challenge) {
        return new CborWriter()
                .map(PAIRS)
                .integer(ChallengeFormat.EXP)
                .integer(challenge.expires())
                .integer(ChallengeFormat.NONCE)
                .bytes(challenge.id().bytes())
                .integer(ChallengeFormat.INSTITUTION)
                .text(challenge.institution())
                .integer(ChallengeFormat.PURPOSE)
                .text(challenge.purpose())
                .integer(ChallengeFormat.TERMINAL)
                .text(challenge.terminal())
                .toBytes();
    }

    /** The external_aad of a challenge's signature, so that it is a signature of nothing else: {@code ["EIDC1"]}. */
    public static byte[] externalData() {
        return new CborWriter().array(1).text(ChallengeFormat.NAME).toBytes();
    }

    private static String name(CborReader reader, int label, int longest) throws NotDeterministic {
        reader.label(label);
        String name = reader.text();
        if (!TerminalChallenge.isName(name) || name.getBytes(StandardCharsets.UTF_8).length > longest) {
            throw new NotDeterministic("a name to show");
        }
        return name;
    }
}
