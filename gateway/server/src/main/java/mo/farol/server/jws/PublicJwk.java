package mo.farol.server.jws;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.P256;

/** Reads a public key (RFC 7517) that may verify signatures of one algorithm. */
public final class PublicJwk {
    private static final int COORDINATE = 32;
    private static final int SHORTEST_MODULUS = 2048;
    private static final int LONGEST_MODULUS = 8192;
    private static final int LONGEST_EXPONENT = 32;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);

    private PublicJwk() {}

    /** @throws NotAccepted when it is not a key that may verify signatures of {@code algorithm} */
    public static VerifyingKey read(JsonNode jwk, JwsAlgorithm algorithm) throws NotAccepted {
        if (!jwk.path("kty").asText().equals(algorithm.keyType())) {
            throw new NotAccepted("the key is of another type");
        }
        if (!maySign(jwk, algorithm)) {
            throw new NotAccepted("the key is not for " + algorithm + " signatures");
        }
        return switch (algorithm) {
            case ES256 -> new VerifyingKey.Es256(point(jwk));
            case RS256 -> new VerifyingKey.Rs256(rsa(jwk));
        };
    }

    private static boolean maySign(JsonNode jwk, JwsAlgorithm algorithm) {
        boolean use = !jwk.has("use") || jwk.get("use").asText().equals("sig");
        boolean named = !jwk.has("alg") || jwk.get("alg").asText().equals(algorithm.name());
        boolean operations = !jwk.has("key_ops");
        for (JsonNode operation : jwk.path("key_ops")) {
            operations |= operation.asText().equals("verify");
        }
        return use && named && operations;
    }

    private static BindingPublicKey point(JsonNode jwk) throws NotAccepted {
        if (!jwk.path("crv").asText().equals("P-256")) {
            throw new NotAccepted("the key is not a P-256 key");
        }
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        System.arraycopy(coordinate(jwk.path("x").asText()), 0, point, 1, COORDINATE);
        System.arraycopy(coordinate(jwk.path("y").asText()), 0, point, 1 + COORDINATE, COORDINATE);
        BindingPublicKey key = BindingPublicKey.of(point);
        if (!P256.isUsable(key)) {
            throw new NotAccepted("the key is not on the curve");
        }
        return key;
    }

    private static byte[] coordinate(String base64url) throws NotAccepted {
        byte[] bytes = bytes(base64url);
        if (bytes.length != COORDINATE) {
            throw new NotAccepted("the key's point is malformed");
        }
        return bytes;
    }

    /** Of the lengths and exponents of FIPS 186-5, 5.1, and no longer than the JDK verifies quickly. */
    private static RSAPublicKey rsa(JsonNode jwk) throws NotAccepted {
        BigInteger modulus = new BigInteger(1, bytes(jwk.path("n").asText()));
        BigInteger exponent = new BigInteger(1, bytes(jwk.path("e").asText()));
        if (modulus.bitLength() < SHORTEST_MODULUS || modulus.bitLength() > LONGEST_MODULUS || !modulus.testBit(0)) {
            throw new NotAccepted("the key's modulus has not 2048 to 8192 bits");
        }
        boolean small = exponent.compareTo(LEAST_EXPONENT) < 0;
        if (small || exponent.bitLength() > LONGEST_EXPONENT || !exponent.testBit(0)) {
            throw new NotAccepted("the key's exponent is not odd and at least 65537");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA", "SunRsaSign");
            return (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new NotAccepted("the key is not an RSA key");
        }
    }

    private static byte[] bytes(String base64url) throws NotAccepted {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException e) {
            throw new NotAccepted("the key is not base64url");
        }
    }
}
