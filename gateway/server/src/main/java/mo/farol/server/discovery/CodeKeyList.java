package mo.farol.server.discovery;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import mo.farol.api.json.WireJson;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.keys.SigningKey;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.PublishedKey;

/**
 * The keys for which phones make codes, and those that sign the challenges they answer: one signed document, the same for
 * everyone, so that nobody can be told apart by the key they were given.
 *
 * @param issuer the gateway
 * @param format of the codes, {@code EID1}
 */
record CodeKeyList(String issuer, String format, List<Key> keys, List<ChallengeKey> challengeKeys) {
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
                    base64url(key.publicKey()),
                    label(key.state()));
        }
    }

    /**
     * A key that signs terminals' challenges.
     *
     * @param kid 16 hex digits: the first eight bytes of SHA-256 over the point
     * @param point the P-256 public key as an uncompressed point (65 bytes), base64url
     * @param state {@code current} or {@code next}
     */
    record ChallengeKey(String kid, String point, String state) {
        static ChallengeKey of(SigningKey key, KeyState state) {
            return new ChallengeKey(
                    ChallengeKeyId.of(key.publicKey()).toString(),
                    base64url(key.publicKey().point()),
                    label(state));
        }
    }

    /** Compact JWS. */
    static String signed(GatewayKeys keys, String issuer) {
        List<ChallengeKey> challengeKeys = new ArrayList<>();
        challengeKeys.add(ChallengeKey.of(keys.challenges(), KeyState.CURRENT));
        keys.nextChallenges().ifPresent(next -> challengeKeys.add(ChallengeKey.of(next, KeyState.NEXT)));
        CodeKeyList list = new CodeKeyList(
                issuer, "EID1", keys.ring().published().stream().map(Key::of).toList(), challengeKeys);
        return keys.keyList().jws(TYPE, WireJson.write(list));
    }

    private static String label(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
