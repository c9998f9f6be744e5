package mo.farol.token;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.RecipientKey;

/** A ring's HPKE keys with everything that does not change from code to code computed ahead. */
final class PreparedRing {
    private final KeyRing ring;
    private final Map<Integer, Recipient> recipients;

    private PreparedRing(KeyRing ring, Map<Integer, Recipient> recipients) {
        this.ring = ring;
        this.recipients = recipients;
    }

    static PreparedRing of(KeyRing ring, Crypto crypto) {
        Map<Integer, Recipient> recipients = new HashMap<>();
        for (RecipientKey key : ring.recipients()) {
            recipients.put(key.kid(), Recipient.of(key, crypto));
        }
        return new PreparedRing(ring, Map.copyOf(recipients));
    }

    boolean isFor(KeyRing other) {
        return ring == other;
    }

    Recipient recipient(int kid) throws NotReadable {
        Recipient recipient = recipients.get(kid);
        if (recipient == null) {
            throw new NotReadable(NotReadable.Reason.UNKNOWN_KEY);
        }
        return recipient;
    }

    /** One key, ready. */
    record Recipient(CodeType type, HpkeRecipient hpke, byte[] externalData, boolean retired) {
        private static Recipient of(RecipientKey key, Crypto crypto) {
            byte[] info = key.type().hpkeInfo().getBytes(StandardCharsets.US_ASCII);
            return new Recipient(
                    key.type(),
                    crypto.recipient(key.privateKey(), key.publicKey(), info),
                    ExternalData.forHpke(key.type(), key.publicKey()),
                    key.state() == KeyState.RETIRED);
        }
    }
}
