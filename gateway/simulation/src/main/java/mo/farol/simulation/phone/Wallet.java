package mo.farol.simulation.phone;

import java.util.random.RandomGenerator;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.TicketDerivation;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Sign1;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;

/** Shows the phones' codes, and makes of a code what others try with it. */
public final class Wallet {
    private final Town town;
    private final SimulatedCrypto crypto;
    private final CodeMinter minter;
    private final RandomGenerator random;
    private int counter;

    public Wallet(Town town, RandomGenerator random) {
        this.town = town;
        this.random = random;
        this.crypto = new SimulatedCrypto(random);
        this.minter = new CodeMinter(crypto, random);
    }

    /** A fresh code, by HPKE or by ticket. */
    public ShownCode code(Phone phone, long iat) {
        Claims claims = new Claims(iat, new Cti(++counter, random.nextLong()), null);
        Recipient to = random.nextInt(3) == 0 ? ticket() : gatewayKey();
        Sign1 signed = CodeMinter.sign(phone.key(), phone.keyId(), claims, external(to));
        return shown(phone, claims, to, signed);
    }

    /** The same signed claims in other bytes: the signature's second form, sealed once more. */
    public ShownCode reencoded(ShownCode code) {
        Claims claims = new Claims(code.key().iat(), code.key().cti(), null);
        Recipient to = gatewayKey();
        Sign1 signed = CodeMinter.sign(code.phone().key(), code.phone().keyId(), claims, external(to));
        Sign1 second = random.nextBoolean()
                ? signed
                : new Sign1(signed.protectedHeader(), signed.payload(), SimulatedCrypto.secondForm(signed.signature()));
        return shown(code.phone(), claims, to, second);
    }

    /** Another phone's signature under this phone's name. */
    public ShownCode forged(Phone phone, Phone forger, long iat) {
        Claims claims = new Claims(iat, new Cti(++counter, random.nextLong()), null);
        Recipient to = gatewayKey();
        Sign1 signed = CodeMinter.sign(forger.key(), phone.keyId(), claims, external(to));
        ShownCode code = shown(phone, claims, to, signed);
        return new ShownCode(phone, code.text(), code.key(), false);
    }

    /** One sign of the text changed. */
    public ShownCode damaged(ShownCode code) {
        char[] text = code.text().toCharArray();
        int place = text.length - 1 - random.nextInt(40);
        text[place] = text[place] == 'A' ? 'B' : 'A';
        return new ShownCode(code.phone(), new String(text), code.key(), false);
    }

    public SimulatedCrypto crypto() {
        return crypto;
    }

    private ShownCode shown(Phone phone, Claims claims, Recipient to, Sign1 signed) {
        String text = CodeMinter.text(minter.encrypt(CodeType.EID, to, signed.encode()));
        return new ShownCode(phone, text, new RedemptionKey(phone.keyId(), claims.iat(), claims.cti()), true);
    }

    private static byte[] external(Recipient to) {
        return switch (to) {
            case Recipient.GatewayKey gateway -> ExternalData.forHpke(CodeType.EID, gateway.publicKey());
            case Recipient.Ticket ticket -> ExternalData.forTicket(CodeType.EID, ticket.ticket());
        };
    }

    private Recipient gatewayKey() {
        return Recipient.GatewayKey.of(
                town.ring.current(CodeType.EID).orElseThrow().published());
    }

    private Recipient ticket() {
        TicketEpoch epoch = TicketEpoch.of(CodeType.EID, Town.TODAY);
        TicketKey day = town.ring.ticketKey(epoch).orElseThrow();
        byte[] ticket = new byte[16];
        random.nextBytes(ticket);
        return new Recipient.Ticket(epoch, ticket, TicketDerivation.contentKey(crypto, day, ticket));
    }
}
