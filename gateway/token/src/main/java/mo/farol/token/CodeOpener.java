package mo.farol.token;

import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.cose.ClaimsCodec;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.NotOpened;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;

/**
 * Step 3: opens a code with the one key of the ring that it names. A retired key opens too, so that refusing its codes
 * costs what refusing a bad signature costs; {@link SignatureVerifier} never lets them pass.
 */
public final class CodeOpener {
    private final Crypto crypto;
    private volatile PreparedRing prepared;

    public CodeOpener(Crypto crypto) {
        this.crypto = crypto;
        this.prepared = PreparedRing.of(KeyRing.builder().build(), crypto);
    }

    /**
     * Opens {@code code} and reads its signed body.
     *
     * @throws NotReadable with {@code UNKNOWN_KEY}, {@code NOT_OPENED}, or {@code STRUCTURE} of what is inside
     */
    public OpenedCode open(ParsedCode code, KeyRing ring) throws NotReadable {
        try {
            return switch (code) {
                case ParsedCode.ByHpke hpke -> byHpke(hpke, prepared(ring));
                case ParsedCode.ByTicket ticket -> byTicket(ticket, ring);
            };
        } catch (NotOpened e) {
            throw new NotReadable(NotReadable.Reason.NOT_OPENED);
        } catch (NotDeterministic e) {
            throw new NotReadable(NotReadable.Reason.STRUCTURE);
        }
    }

    private OpenedCode byHpke(ParsedCode.ByHpke code, PreparedRing keys)
            throws NotReadable, NotOpened, NotDeterministic {
        PreparedRing.Recipient key = keys.recipient(code.kid());
        byte[] aad = Encrypt0.additionalData(code.protectedHeader());
        byte[] body = key.hpke().open(code.encapsulatedKey(), aad, code.ciphertext());
        return read(body, key.type(), OpeningWay.HPKE, key.externalData(), key.retired());
    }

    private OpenedCode byTicket(ParsedCode.ByTicket code, KeyRing ring)
            throws NotReadable, NotOpened, NotDeterministic {
        TicketKey day = ring.ticketKey(new TicketEpoch(code.epoch()))
                .orElseThrow(() -> new NotReadable(NotReadable.Reason.UNKNOWN_KEY));
        byte[] key = TicketDerivation.contentKey(crypto, day, code.ticket());
        byte[] aad = Encrypt0.additionalData(code.protectedHeader());
        byte[] body = crypto.openGcm(key, code.iv(), aad, code.ciphertext());
        byte[] external = ExternalData.forTicket(day.type(), code.ticket());
        return read(body, day.type(), OpeningWay.TICKET, external, day.state() == KeyState.RETIRED);
    }

    private static OpenedCode read(byte[] body, CodeType type, OpeningWay way, byte[] external, boolean retired)
            throws NotDeterministic {
        Sign1 signed = Sign1.decode(body);
        BindingKeyId id = signed.bindingKeyId();
        Claims claims = ClaimsCodec.decode(signed.payload());
        return new OpenedCode(type, way, id, claims, signed.toBeSigned(external), signed.signature(), retired);
    }

    /** Preparing keys costs more than opening a code: done once for a ring. Two threads may both do it, harmlessly. */
    private PreparedRing prepared(KeyRing ring) {
        PreparedRing current = prepared;
        if (current.isFor(ring)) {
            return current;
        }
        PreparedRing fresh = PreparedRing.of(ring, crypto);
        prepared = fresh;
        return fresh;
    }
}
