package mo.farol.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;

/**
 * A compact JWS (RFC 7515, 7.1) by ES256 and nothing else, parsed strictly: canonical base64url, no duplicate names, no
 * {@code crit}, a signature of exactly 64 bytes. Keys that the header offers ({@code jwk}, {@code jku}, {@code x5u}) are
 * never looked at.
 *
 * @param signingInput header and payload as signed
 * @param signature r || s
 */
record CompactJws(JsonNode header, byte[] payload, byte[] signingInput, byte[] signature) {
    private static final int LONGEST = 8192;
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static CompactJws parse(String text) throws NotAccepted {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (text.length() > LONGEST || first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new NotAccepted("not a compact JWS");
        }
        JsonNode header = object(bytes(text.substring(0, first)));
        if (!header.path("alg").asText().equals("ES256")) {
            throw new NotAccepted("alg must be ES256");
        }
        if (header.has("crit")) {
            throw new NotAccepted("crit is not supported");
        }
        byte[] signature = bytes(text.substring(second + 1));
        if (signature.length != 64) {
            throw new NotAccepted("an ES256 signature has 64 bytes");
        }
        byte[] input = text.substring(0, second).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(header, bytes(text.substring(first + 1, second)), input, signature);
    }

    /** The payload as a JSON object. */
    JsonNode claims() throws NotAccepted {
        return object(payload);
    }

    /** @throws NotAccepted when the signature is not by {@code key} */
    void verify(Crypto crypto, BindingPublicKey key) throws NotAccepted {
        if (!crypto.verify(key, signingInput, signature)) {
            throw new NotAccepted("the signature does not verify");
        }
    }

    private static JsonNode object(byte[] json) throws NotAccepted {
        try {
            JsonNode node = StrictJson.read(json, JsonNode.class);
            if (node.isObject()) {
                return node;
            }
        } catch (InvalidJson e) {
            throw new NotAccepted("not JSON");
        }
        throw new NotAccepted("not a JSON object");
    }

    private static byte[] bytes(String base64url) throws NotAccepted {
        try {
            byte[] bytes = DECODER.decode(base64url);
            if (ENCODER.encodeToString(bytes).equals(base64url)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new NotAccepted("not base64url");
        }
        throw new NotAccepted("not canonical base64url");
    }
}
