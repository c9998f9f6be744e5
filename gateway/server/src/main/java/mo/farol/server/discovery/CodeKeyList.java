package mo.farol.server.discovery;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import mo.farol.api.json.WireJson;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.token.key.PublishedKey;

/**
 * The keys for which phones make codes: one signed document, the same for everyone, so that nobody can be told apart by
 * the key they were given.
 *
 * @param issuer the gateway
 * @param format of the codes, {@code EID1}
 */
record CodeKeyList(String issuer, String format, List<Key> keys) {
    static final String TYPE = "farol-code-keys+jwt";

    /**
     * One key.
     *
     * @param type {@code eid} or {@code clearance}
     * @param kid 8 hex digits
     * @param x the X25519 public key, base64url
     * @param state {@code current}, {@code next} or {@code retired}
     */
    record Key(String type, String kid, String x, String state) {
        static Key of(PublishedKey key) {
            return new Key(
                    key.type().label(),
                    HexFormat.of().toHexDigits(key.kid()),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()),
                    key.state().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Compact JWS. */
    static String signed(GatewayKeys keys, String issuer) {
        CodeKeyList list = new CodeKeyList(
                issuer, "EID1", keys.ring().published().stream().map(Key::of).toList());
        return keys.keyList().jws(TYPE, WireJson.write(list));
    }
}
