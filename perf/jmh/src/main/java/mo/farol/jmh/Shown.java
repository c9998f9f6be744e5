package mo.farol.jmh;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.CodeType;
import mo.farol.token.OpeningWay;
import mo.farol.token.TicketDerivation;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.X25519;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;

/** Codes of many phones, minted before the clock runs, and the gateway's keys for them. */
final class Shown {
    private static final int PHONES = 256;
    private static final int CODES = 4096;
    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC);

    final KeyRing ring;
    final String[] texts = new String[CODES];
    private final BindingPublicKey[] keys = new BindingPublicKey[PHONES];
    private final SecureRandom random = new SecureRandom();

    Shown(Crypto crypto, OpeningWay way, long now) {
        byte[] privateKey = bytes(32);
        ring = KeyRing.builder()
                .recipient(CodeType.EID, 1, privateKey, X25519.publicKey(privateKey), KeyState.CURRENT)
                .ticketKey(CodeType.EID, DAY, bytes(32), KeyState.CURRENT)
                .build();
        PhoneKey[] phones = new PhoneKey[PHONES];
        for (int i = 0; i < PHONES; i++) {
            phones[i] = PhoneKey.generate(crypto, random);
            keys[i] = phones[i].publicKey();
        }
        CodeMinter minter = new CodeMinter(crypto, random);
        for (int i = 0; i < CODES; i++) {
            int phone = i % PHONES;
            Recipient to = recipient(crypto, way);
            texts[i] = minter.mint(CodeType.EID, phones[phone], new BindingKeyId(phone), to, now, i);
        }
    }

    /** The public key of a binding, as a node's cache gives it. */
    Optional<BindingPublicKey> key(BindingKeyId id) {
        return Optional.of(keys[(int) id.value()]);
    }

    private Recipient recipient(Crypto crypto, OpeningWay way) {
        if (way == OpeningWay.HPKE) {
            return Recipient.GatewayKey.of(
                    ring.current(CodeType.EID).orElseThrow().published());
        }
        TicketEpoch epoch = TicketEpoch.of(CodeType.EID, DAY);
        TicketKey day = ring.ticketKey(epoch).orElseThrow();
        byte[] ticket = bytes(16);
        return new Recipient.Ticket(epoch, ticket, TicketDerivation.contentKey(crypto, day, ticket));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
