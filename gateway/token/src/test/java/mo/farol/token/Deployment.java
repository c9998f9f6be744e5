package mo.farol.token;

import java.time.LocalDate;
import java.util.Random;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.X25519;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.RecipientKey;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;

/** A gateway's keys and one phone, made from a seed: what tests of the token room start from. */
public final class Deployment {
    /** 2026-11-24T00:00:00Z. */
    public static final long NOW = 1_795_478_400L;

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    public final Random random;
    public final Crypto crypto;
    public final KeyRing ring;
    public final PhoneKey phone;
    public final BindingKeyId keyId;
    public final CodeMinter minter;

    public Deployment(Crypto crypto, long seed) {
        this.crypto = crypto;
        this.random = new Random(seed);
        this.ring = KeyRing.builder()
                .recipient(pair(CodeType.EID, 0x10, KeyState.CURRENT))
                .recipient(pair(CodeType.EID, 0x11, KeyState.NEXT))
                .recipient(pair(CodeType.EID, 0x12, KeyState.RETIRED))
                .recipient(pair(CodeType.CLEARANCE, 0x20, KeyState.CURRENT))
                .ticketKey(CodeType.EID, TODAY, bytes(32), KeyState.CURRENT)
                .ticketKey(CodeType.EID, TODAY.minusDays(40), bytes(32), KeyState.RETIRED)
                .ticketKey(CodeType.CLEARANCE, TODAY, bytes(32), KeyState.CURRENT)
                .build();
        this.phone = PhoneKey.generate(crypto, random);
        this.keyId = new BindingKeyId(random.nextLong());
        this.minter = new CodeMinter(crypto, random);
    }

    public Recipient gatewayKey(CodeType type) {
        return Recipient.GatewayKey.of(ring.current(type).orElseThrow().published());
    }

    public Recipient gatewayKey(int kid) {
        return Recipient.GatewayKey.of(ring.recipient(kid).orElseThrow().published());
    }

    public Recipient ticket(CodeType type) {
        return ticket(TicketEpoch.of(type, TODAY));
    }

    public Recipient ticket(TicketEpoch epoch) {
        TicketKey day = ring.ticketKey(epoch).orElseThrow();
        byte[] ticket = bytes(16);
        return new Recipient.Ticket(epoch, ticket, TicketDerivation.contentKey(crypto, day, ticket));
    }

    public Recipient recipient(CodeType type, OpeningWay way) {
        return switch (way) {
            case HPKE -> gatewayKey(type);
            case TICKET -> ticket(type);
        };
    }

    public String mint(CodeType type, Recipient to) {
        return minter.mint(type, phone, keyId, to, NOW, 7);
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private RecipientKey pair(CodeType type, int kid, KeyState state) {
        byte[] privateKey = bytes(32);
        return new RecipientKey(type, kid, privateKey, X25519.publicKey(privateKey), state);
    }
}
