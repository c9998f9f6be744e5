package mo.farol.token.mint;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.Nonce;
import mo.farol.token.ParsedCode;
import mo.farol.token.base45.Base45;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Format1;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.HpkeSealed;
import org.jspecify.annotations.Nullable;

/** Makes codes, as a phone does. Safe for use by many threads when its source of randomness is. */
public final class CodeMinter {
    private final Crypto crypto;
    private final RandomGenerator random;

    /** @param random a {@link java.security.SecureRandom}, but for vectors */
    public CodeMinter(Crypto crypto, RandomGenerator random) {
        this.crypto = crypto;
        this.random = random;
    }

    /** Mints a code without a challenge; see the longer form. */
    public String mint(CodeType type, PhoneKey key, BindingKeyId id, Recipient to, long iat, int counter) {
        return mint(type, key, id, to, iat, counter, null);
    }

    /**
     * Mints the text of one code.
     *
     * @param id the binding key id that the gateway knows {@code key} by
     * @param to must be a key or ticket of {@code type}, or the signature will not verify
     * @param iat seconds since 1970
     * @param counter the phone's mint counter, unsigned
     * @param nonce the challenge to answer, if any
     */
    public String mint(
            CodeType type, PhoneKey key, BindingKeyId id, Recipient to, long iat, int counter, @Nullable Nonce nonce) {
        return mint(type, key, id, to, new Claims(iat, new Cti(counter, random.nextLong()), nonce));
    }

    /** Mints the text of a code with these claims. */
    public String mint(CodeType type, PhoneKey key, BindingKeyId id, Recipient to, Claims claims) {
        byte[] external = switch (to) {
            case Recipient.GatewayKey gateway -> ExternalData.forHpke(type, gateway.publicKey());
            case Recipient.Ticket ticket -> ExternalData.forTicket(type, ticket.ticket());
        };
        return text(encrypt(type, to, sign(key, id, claims, external).encode()));
    }

    /** The inner layer. */
    public static Sign1 sign(PhoneKey key, BindingKeyId id, Claims claims, byte[] externalData) {
        byte[] header = Sign1.header(id);
        byte[] payload = ClaimsCodec.encode(claims);
        return new Sign1(header, payload, key.sign(Sign1.toBeSigned(header, externalData, payload)));
    }

    /** The outer layer around any body. */
    public ParsedCode encrypt(CodeType type, Recipient to, byte[] body) {
        return switch (to) {
            case Recipient.GatewayKey gateway -> {
                byte[] header = Encrypt0.hpkeHeader(gateway.kid());
                byte[] info = type.hpkeInfo().getBytes(StandardCharsets.US_ASCII);
                HpkeSealed sealed = crypto.seal(gateway.publicKey(), info, Encrypt0.additionalData(header), body);
                yield new ParsedCode.ByHpke(header, gateway.kid(), sealed.encapsulatedKey(), sealed.ciphertext());
            }
            case Recipient.Ticket ticket -> {
                byte[] header = Encrypt0.ticketHeader(ticket.epoch(), ticket.ticket());
                byte[] iv = new byte[Format1.IV_LENGTH];
                random.nextBytes(iv);
                byte[] ciphertext = crypto.sealGcm(ticket.contentKey(), iv, Encrypt0.additionalData(header), body);
                yield new ParsedCode.ByTicket(header, ticket.epoch().value(), ticket.ticket(), iv, ciphertext);
            }
        };
    }

    /** The text that goes into the QR. */
    public static String text(ParsedCode code) {
        return Format1.PREFIX + Base45.encode(Encrypt0.encode(code));
    }
}
