package mo.farol.bench.mint;

import java.security.SecureRandom;
import java.util.function.Supplier;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.MintCounter;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.ParsedCode;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;

/** Makes the texts of one step: fresh codes, second forms of them, and rubbish. Safe for use by one thread. */
public final class Texts {
    private final Phones phones;
    private final CodeType type;
    private final Supplier<Recipient> recipients;
    private final MintCounter counter;
    private final CodeMinter minter;
    private final SecureRandom random = new SecureRandom();

    public Texts(Crypto crypto, Phones phones, CodeType type, Supplier<Recipient> recipients, MintCounter counter) {
        this.phones = phones;
        this.type = type;
        this.recipients = recipients;
        this.counter = counter;
        this.minter = new CodeMinter(crypto, random);
    }

    /** A code. @param iat seconds since 1970 */
    public String fresh(long iat) {
        BoundEid eid = phones.next();
        return minter.mint(type, eid.key(), eid.id(), recipients.get(), claims(eid, iat));
    }

    /** A code, and its second form: the same claims, the other signature, sealed anew. */
    public Pair pair(long iat) {
        BoundEid eid = phones.next();
        Claims claims = claims(eid, iat);
        Recipient to = recipients.get();
        Sign1 body = CodeMinter.sign(eid.key(), eid.id(), claims, external(to));
        return new Pair(text(to, body), text(to, SecondForm.of(body)));
    }

    /** The shape of a code for a key that the gateway has, and nothing that opens. */
    public String unopenable() {
        byte[] noise = new byte[104];
        random.nextBytes(noise);
        ParsedCode good = minter.encrypt(type, recipients.get(), noise);
        byte[] changed = good.ciphertext().clone();
        changed[0] ^= 1;
        return CodeMinter.text(
                switch (good) {
                    case ParsedCode.ByHpke code ->
                        new ParsedCode.ByHpke(code.protectedHeader(), code.kid(), code.encapsulatedKey(), changed);
                    case ParsedCode.ByTicket code ->
                        new ParsedCode.ByTicket(
                                code.protectedHeader(), code.epoch(), code.ticket(), code.iv(), changed);
                });
    }

    /** A code as long as one, whose CBOR is off by one byte. */
    public String unparsable() {
        String text = unopenable();
        return text.substring(0, text.length() - 3);
    }

    private Claims claims(BoundEid eid, long iat) {
        return new Claims(iat, new Cti(counter.next(eid.id()), random.nextLong()), null);
    }

    private String text(Recipient to, Sign1 body) {
        return CodeMinter.text(minter.encrypt(type, to, body.encode()));
    }

    private byte[] external(Recipient to) {
        return switch (to) {
            case Recipient.GatewayKey key -> ExternalData.forHpke(type, key.publicKey());
            case Recipient.Ticket ticket -> ExternalData.forTicket(type, ticket.ticket());
        };
    }

    /** Two texts of one code. */
    public record Pair(String first, String second) {
        @Override
        public String toString() {
            return "Pair[redacted]";
        }
    }
}
