package mo.farol.chaos.load;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import mo.farol.chaos.history.CodeId;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.MintCounter;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.Nonce;
import mo.farol.token.cose.ExternalData;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;
import org.jspecify.annotations.Nullable;

/** Makes codes, and other texts of the same codes. Safe for use by many threads. */
public final class Mint {
    private static final CodeType TYPE = CodeType.EID;

    private final CodeMinter minter;
    private final Recipient.GatewayKey gateway;
    private final byte[] external;
    private final SecureRandom random = new SecureRandom();
    private final MintCounter counters = new CountersInMemory();
    private final Clock clock;

    public Mint(Crypto crypto, Recipient.GatewayKey gateway, Clock clock) {
        this.minter = new CodeMinter(crypto, random);
        this.gateway = gateway;
        this.external = ExternalData.forHpke(TYPE, gateway.publicKey());
        this.clock = clock;
    }

    Shown fresh(Holder holder) {
        return answering(holder, null);
    }

    /** @param challenge that the code answers, if any */
    Shown answering(Holder holder, @Nullable Nonce challenge) {
        Cti cti = new Cti(counters.next(holder.eid().id()), random.nextLong());
        Claims claims = new Claims(clock.instant().getEpochSecond(), cti, challenge);
        Sign1 signed = CodeMinter.sign(holder.eid().key(), holder.eid().id(), claims, external);
        CodeId id = new CodeId(holder.key(), claims.iat(), HexFormat.of().formatHex(cti.bytes()));
        return new Shown(id, signed, sealed(signed));
    }

    /** The other form of the signature, sealed with another ephemeral key. */
    String reencoded(Shown shown) {
        return sealed(OtherForm.of(shown.signed()));
    }

    private String sealed(Sign1 body) {
        return CodeMinter.text(minter.encrypt(TYPE, gateway, body.encode()));
    }
}
