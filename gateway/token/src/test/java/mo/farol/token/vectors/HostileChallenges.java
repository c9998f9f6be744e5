package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.STRUCTURE;
import static mo.farol.token.NotReadable.Reason.TEXT;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import mo.farol.token.Deployment;
import mo.farol.token.base45.Base45;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.Sign1;
import mo.farol.token.mint.PhoneKey;

/** A good challenge whose text was damaged, or whose signature is not the gateway's over a challenge. */
final class HostileChallenges {
    private final ChallengeVectors all;
    private final byte[] header;
    private final byte[] payload;
    private final byte[] bytes;

    private HostileChallenges(ChallengeVectors all) {
        this.all = all;
        this.header = Sign1.header(all.keyId.bytes());
        this.payload = ChallengeCodec.encode(all.says("Banco Exemplo", "bank.loan", "bank-1", Deployment.NOW + 60));
        this.bytes = all.signed(header, payload).encode();
    }

    static void addTo(ChallengeVectors all) {
        HostileChallenges challenges = new HostileChallenges(all);
        challenges.texts();
        challenges.signatures();
    }

    private void texts() {
        String good = Base45.encode(bytes);
        text("nothing", "");
        structure("the prefix alone", "EIDC1:");
        text("without prefix", good);
        text("prefix in lower case", "eidc1:" + good);
        text("a code's prefix", "EID1:" + good);
        text("of another format", "EIDC2:" + good);
        text("lower case", "EIDC1:" + good.toLowerCase(Locale.ROOT));
        text("a leading space", " EIDC1:" + good);
        text("a trailing line feed", "EIDC1:" + good + "\n");
        text("a letter that is not ASCII", "EIDC1:" + good.substring(0, 50) + "\u00C9" + good.substring(51));
        text("GGW: more than two bytes hold", "EIDC1:GGW");
        structure("cut by one group", "EIDC1:" + good.substring(0, good.length() / 3 * 3 - 3));
        structure("2559 characters", "EIDC1:" + (good + "0".repeat(2559)).substring(0, 2553));
        text("2560 characters", "EIDC1:" + (good + "0".repeat(2560)).substring(0, 2554));
        structure("one byte more", ChallengeVectors.text(Arrays.copyOf(bytes, bytes.length + 1)));
        structure("two bytes more", ChallengeVectors.text(Arrays.copyOf(bytes, bytes.length + 2)));
        structure("half of it", ChallengeVectors.text(Arrays.copyOf(bytes, bytes.length / 2)));
    }

    private void signatures() {
        byte[] altered = ChallengeCodec.encode(all.says("Banco Outro", "bank.loan", "bank-1", Deployment.NOW + 60));
        byte[] signature = all.signed(header, payload).signature();
        notGenuine("another institution under the same signature", new Sign1(header, altered, signature));
        notGenuine("a signature of zeros", new Sign1(header, payload, new byte[64]));
        notGenuine("signed without external data", signedOver(all.key, new byte[0]));
        notGenuine("signed as another format", signedOver(all.key, new byte[] {(byte) 0x81, 0x64, 'E', 'I', 'D', '1'}));
        PhoneKey other = PhoneKey.generate(new DeterministicCrypto(), new Random(5));
        notGenuine("signed by another key in this key's name", signedOver(other, ChallengeCodec.externalData()));
    }

    private Sign1 signedOver(PhoneKey key, byte[] external) {
        return new Sign1(header, payload, key.sign(Sign1.toBeSigned(header, external, payload)));
    }

    private void text(String name, String text) {
        all.hostile(name, TEXT.name(), text);
    }

    private void structure(String name, String text) {
        all.hostile(name, STRUCTURE.name(), text);
    }

    private void notGenuine(String name, Sign1 signed) {
        all.hostile(name, HostileVectors.NOT_GENUINE, ChallengeVectors.text(signed.encode()));
    }
}
