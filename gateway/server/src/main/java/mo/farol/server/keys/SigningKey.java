package mo.farol.server.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.Es256Signer;
import mo.farol.token.crypto.P256;

/** A P-256 key that signs for the gateway (ES256). It never prints. */
public final class SigningKey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String kid;
    private final byte[] scalar;
    private final BindingPublicKey publicKey;
    private final Es256Signer signer;

    private SigningKey(byte[] scalar, BindingPublicKey publicKey, Crypto crypto) {
        this.scalar = scalar;
        this.publicKey = publicKey;
        this.signer = crypto.signer(scalar, publicKey);
        this.kid = thumbprint();
    }

    static SigningKey of(KeyPairEntry pair, Crypto crypto) throws KeysUnusable {
        SigningKey key = new SigningKey(pair.p256Scalar(), pair.p256Point(), crypto);
        if (!P256.publicKey(key.scalar).equals(key.publicKey)) {
            throw new KeysUnusable("a signing key's halves do not belong together");
        }
        return key;
    }

    /** The JWK thumbprint (RFC 7638), base64url. */
    public String kid() {
        return kid;
    }

    public BindingPublicKey publicKey() {
        return publicKey;
    }

    /** ES256 over {@code message}: r || s, 64 bytes. */
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }

    /** Compact JWS (RFC 7515) over {@code payload}. */
    public String jws(String type, byte[] payload) {
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\",\"typ\":\"" + type + "\"}";
        String input = BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + BASE64URL.encodeToString(payload);
        byte[] signature = signer.sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + BASE64URL.encodeToString(signature);
    }

    /** The public JWK (RFC 7517). */
    public Map<String, String> jwk() {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", coordinate(1));
        jwk.put("y", coordinate(33));
        jwk.put("kid", kid);
        jwk.put("use", "sig");
        jwk.put("alg", "ES256");
        return jwk;
    }

    /** The private JWK, for the library that signs access tokens. */
    public Map<String, String> privateJwk() {
        Map<String, String> jwk = jwk();
        jwk.put("d", BASE64URL.encodeToString(scalar));
        return jwk;
    }

    private String coordinate(int from) {
        return BASE64URL.encodeToString(Arrays.copyOfRange(publicKey.point(), from, from + 32));
    }

    private String thumbprint() {
        String members =
                "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + coordinate(1) + "\",\"y\":\"" + coordinate(33) + "\"}";
        return BASE64URL.encodeToString(Digests.sha256(members.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
