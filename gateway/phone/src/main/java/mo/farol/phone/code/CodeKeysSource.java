package mo.farol.phone.code;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.CodeType;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.mint.Recipient;

/** Fetches the gateway's code keys and believes them only when the gateway signed them. */
public final class CodeKeysSource {
    private static final String TYPE = "farol-code-keys+jwt";

    private final Transport transport;
    private final GatewayAddresses gateways;
    private final SignedStatements statements;

    public CodeKeysSource(Transport transport, GatewayAddresses gateways) {
        this.transport = transport;
        this.gateways = gateways;
        this.statements = new SignedStatements(transport, gateways);
    }

    /**
     * @throws IOException when no gateway answers, or the document has not the shape it should have
     * @throws SignedStatements.NotGenuine when the document is not signed by the gateway
     */
    public CodeKeys fetch() throws IOException, SignedStatements.NotGenuine, InterruptedException {
        Reply reply = transport.send(HttpRequest.newBuilder(gateways.current().resolve("/.well-known/code-keys")));
        if (reply.status() != 200) {
            throw new IOException("no code keys from the gateway: status " + reply.status());
        }
        String jws = new String(reply.body(), StandardCharsets.US_ASCII).strip();
        return read(statements.claims(jws, TYPE));
    }

    private static CodeKeys read(Map<String, Object> document) throws IOException {
        Map<CodeType, Recipient.GatewayKey> current = new EnumMap<>(CodeType.class);
        try {
            for (Object entry : (List<?>) required(document, "keys")) {
                Map<?, ?> key = (Map<?, ?>) entry;
                if ("current".equals(required(key, "state"))) {
                    current.put(type((String) required(key, "type")), gatewayKey(key));
                }
            }
            return new CodeKeys(current, challengeKeys(document));
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new IOException("not a list of code keys", e);
        }
    }

    /** A key's name is made from the key, so a wrong one in the list is of no use to anybody. */
    private static ChallengeKeys challengeKeys(Map<String, Object> document) {
        Map<ChallengeKeyId, BindingPublicKey> published = new HashMap<>();
        for (Object entry : (List<?>) document.getOrDefault("challenge_keys", List.of())) {
            BindingPublicKey key =
                    BindingPublicKey.of(Base64.getUrlDecoder().decode((String) required((Map<?, ?>) entry, "point")));
            published.put(ChallengeKeyId.of(key), key);
        }
        return new ChallengeKeys(published);
    }

    private static Recipient.GatewayKey gatewayKey(Map<?, ?> key) {
        return new Recipient.GatewayKey(
                HexFormat.fromHexDigits((String) required(key, "kid")),
                Base64.getUrlDecoder().decode((String) required(key, "x")));
    }

    private static CodeType type(String label) {
        for (CodeType type : CodeType.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("a key of an unknown type");
    }

    private static Object required(Map<?, ?> from, String name) {
        Object value = from.get(name);
        if (value == null) {
            throw new IllegalArgumentException("without " + name);
        }
        return value;
    }
}
