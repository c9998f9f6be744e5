package mo.farol.server.jws;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;

/**
 * A compact JWS (RFC 7515, 7.1) by one algorithm that its reader chose, parsed strictly: canonical base64url, no duplicate
 * names, no {@code crit}, an ES256 signature of exactly 64 bytes. Keys that the header offers ({@code jwk}, {@code jku},
 * {@code x5u}) are never looked at.
 *
 * @param signingInput header and payload as signed
 * @param signature for ES256: r || s
 */
public record CompactJws(
        JwsAlgorithm algorithm, JsonNode header, byte[] payload, byte[] signingInput, byte[] signature) {
    private static final int LONGEST = 8192;
    private static final int LONGEST_KEY_ID = 256;
    private static final int ES256_SIGNATURE = 64;
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** By ES256. */
    public static CompactJws parse(String text) throws NotAccepted {
        return parse(text, JwsAlgorithm.ES256);
    }

    public static CompactJws parse(String text, JwsAlgorithm algorithm) throws NotAccepted {
        return parse(text, EnumSet.of(algorithm));
    }

    /**
     * For a reader that has to read the issuer before it knows the algorithm: it must then compare {@link #algorithm} with
     * the issuer's own.
     */
    public static CompactJws parse(String text, Set<JwsAlgorithm> algorithms) throws NotAccepted {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (text.length() > LONGEST || first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new NotAccepted("not a compact JWS");
        }
        JsonNode header = object(bytes(text.substring(0, first)));
        JwsAlgorithm algorithm = JwsAlgorithm.byName(header.path("alg").asText())
                .filter(algorithms::contains)
                .orElseThrow(() -> new NotAccepted("alg must be " + names(algorithms)));
        if (header.has("crit")) {
            throw new NotAccepted("crit is not supported");
        }
        byte[] signature = bytes(text.substring(second + 1));
        if (algorithm == JwsAlgorithm.ES256 && signature.length != ES256_SIGNATURE) {
            throw new NotAccepted("an ES256 signature has 64 bytes");
        }
        byte[] input = text.substring(0, second).getBytes(StandardCharsets.US_ASCII);
        return new CompactJws(algorithm, header, bytes(text.substring(first + 1, second)), input, signature);
    }

    private static String names(Set<JwsAlgorithm> algorithms) {
        return algorithms.stream().map(JwsAlgorithm::name).sorted().collect(Collectors.joining(" or "));
    }

    /** {@code kid}; empty when there is none, or one of a type or length that no key has. */
    public Optional<String> keyId() {
        return Optional.ofNullable(header.path("kid").textValue())
                .filter(kid -> !kid.isEmpty() && kid.length() <= LONGEST_KEY_ID);
    }

    /** The payload as a JSON object. */
    public JsonNode claims() throws NotAccepted {
        return object(payload);
    }

    /** @throws NotAccepted when the signature is not by {@code key} */
    public void verify(Crypto crypto, BindingPublicKey key) throws NotAccepted {
        verify(crypto, new VerifyingKey.Es256(key));
    }

    /** @throws NotAccepted when the signature is not by {@code key} */
    public void verify(Crypto crypto, VerifyingKey key) throws NotAccepted {
        boolean holds = key.algorithm() == algorithm
                && switch (key) {
                    case VerifyingKey.Es256(BindingPublicKey point) -> crypto.verify(point, signingInput, signature);
                    case VerifyingKey.Rs256 rsa -> RsaSignatures.verify(rsa.key(), signingInput, signature);
                };
        if (!holds) {
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
