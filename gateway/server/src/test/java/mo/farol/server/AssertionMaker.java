package mo.farol.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import mo.farol.phone.terminal.TerminalKey;

/** Client assertions, right ones and wrong ones. */
final class AssertionMaker {
    private final TerminalKey terminal;
    private final String issuer;

    AssertionMaker(TerminalKey terminal, String issuer) {
        this.terminal = terminal;
        this.issuer = issuer;
    }

    JsonObject claims() {
        long now = Instant.now().getEpochSecond();
        return new JsonObject()
                .put("iss", terminal.name())
                .put("sub", terminal.name())
                .put("aud", issuer)
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now)
                .put("exp", now + 60);
    }

    String right() {
        return signed(claims().encode());
    }

    /** @param change what is wrong with this one's claims */
    String with(Consumer<JsonObject> change) {
        JsonObject claims = claims();
        change.accept(claims);
        return signed(claims.encode());
    }

    String signed(String payload) {
        try {
            JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.ES256), new Payload(payload));
            jws.sign(new ECDSASigner(terminal.key()));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
