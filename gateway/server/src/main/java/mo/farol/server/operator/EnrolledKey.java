package mo.farol.server.operator;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import mo.farol.api.json.WireJson;
import mo.farol.api.operator.PublicJwk;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.P256;
import org.jspecify.annotations.Nullable;

/** Lets only a P-256 key for ES256 signatures be enrolled: a key that cannot sign in is found out here, not at a counter. */
final class EnrolledKey {
    private static final Pattern KEY_ID = Pattern.compile("[!-~]{1,128}");
    private static final int COORDINATE = 32;

    private EnrolledKey() {}

    /** The key as sign-in will read it. */
    static String json(PublicJwk jwk) throws RequestRefused {
        boolean signs = "EC".equals(jwk.kty())
                && "P-256".equals(jwk.crv())
                && isOr(jwk.use(), "sig")
                && isOr(jwk.alg(), "ES256");
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        System.arraycopy(Base64Text.url(jwk.x(), COORDINATE), 0, point, 1, COORDINATE);
        System.arraycopy(Base64Text.url(jwk.y(), COORDINATE), 0, point, 1 + COORDINATE, COORDINATE);
        if (!signs || !P256.isUsable(BindingPublicKey.of(point))) {
            throw Bodies.invalid();
        }
        if (jwk.kid() != null) {
            Words.matching(KEY_ID, jwk.kid());
        }
        return new String(WireJson.write(jwk), StandardCharsets.UTF_8);
    }

    private static boolean isOr(@Nullable String value, String only) {
        return value == null || value.equals(only);
    }
}
