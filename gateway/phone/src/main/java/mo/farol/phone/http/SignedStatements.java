package mo.farol.phone.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;

/**
 * Checks what a gateway signed (compact JWS, ES256) against the keys it publishes. A key id that is not known yet is
 * looked for once in a fresh copy of the key set, so that a rotation is not taken for a forgery.
 */
public final class SignedStatements {
    private final Transport transport;
    private final GatewayAddresses gateways;
    private volatile JWKSet known = new JWKSet();

    public SignedStatements(Transport transport, GatewayAddresses gateways) {
        this.transport = transport;
        this.gateways = gateways;
    }

    /**
     * The claims of a statement whose signature holds.
     *
     * @param type the statement's {@code typ}, so that one kind of statement cannot stand in for another
     * @throws NotGenuine when the signature does not hold, or no published key made it
     */
    public Map<String, Object> claims(String jws, String type) throws NotGenuine, IOException, InterruptedException {
        try {
            JWSObject statement = JWSObject.parse(jws);
            if (!JWSAlgorithm.ES256.equals(statement.getHeader().getAlgorithm())) {
                throw new NotGenuine("not signed with ES256");
            }
            if (!new JOSEObjectType(type).equals(statement.getHeader().getType())) {
                throw new NotGenuine("a statement of another kind");
            }
            ECKey key = key(statement.getHeader().getKeyID());
            if (!statement.verify(new ECDSAVerifier(key.toECPublicKey()))) {
                throw new NotGenuine("the signature does not hold");
            }
            return statement.getPayload().toJSONObject();
        } catch (ParseException | JOSEException e) {
            throw new NotGenuine("not a signed statement", e);
        }
    }

    private ECKey key(String id) throws NotGenuine, IOException, InterruptedException, ParseException {
        JWK key = known.getKeyByKeyId(id);
        if (key == null) {
            known = fetch();
            key = known.getKeyByKeyId(id);
        }
        if (key == null || key.isPrivate()) {
            throw new NotGenuine("signed with a key that is not published");
        }
        return key.toECKey();
    }

    private JWKSet fetch() throws IOException, InterruptedException, ParseException {
        URI gateway = gateways.current();
        Reply reply = transport.send(HttpRequest.newBuilder(gateway.resolve("/.well-known/jwks.json")));
        if (reply.status() != 200) {
            throw new IOException("no key set from the gateway: status " + reply.status());
        }
        return JWKSet.parse(new String(reply.body(), StandardCharsets.UTF_8));
    }

    /** A statement that the gateway did not sign. */
    public static final class NotGenuine extends Exception {
        private static final long serialVersionUID = 1L;

        NotGenuine(String why) {
            super(why);
        }

        NotGenuine(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
