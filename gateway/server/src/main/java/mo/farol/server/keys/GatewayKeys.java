package mo.farol.server.keys;

import java.util.List;
import java.util.Map;
import mo.farol.server.config.KeysConfig;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;

/**
 * The keys of a gateway, loaded and checked.
 *
 * @param ring opens codes
 * @param accessTokens signs access tokens
 * @param receipts signs receipts
 * @param keyList signs the published list of code keys
 */
public record GatewayKeys(KeyRing ring, SigningKey accessTokens, SigningKey receipts, SigningKey keyList) {
    static final String ACCESS_TOKENS = "access-tokens";
    static final String RECEIPTS = "receipts";
    static final String KEY_LIST = "key-list";

    /** @throws KeysUnusable when a key is missing or cannot be used: a gateway without its keys must not start */
    public static GatewayKeys load(KeysConfig config, Crypto crypto) throws KeysUnusable {
        KeyFile signing = KeyFile.open(config.signing(), config.password());
        return new GatewayKeys(
                CodeKeys.ring(KeyFile.open(config.codes(), config.password())),
                SigningKey.of(signing.pair(ACCESS_TOKENS), crypto),
                SigningKey.of(signing.pair(RECEIPTS), crypto),
                SigningKey.of(signing.pair(KEY_LIST), crypto));
    }

    /** The public signing keys as a JWK Set (RFC 7517, 5). */
    public Map<String, List<Map<String, String>>> jwks() {
        return Map.of("keys", List.of(accessTokens.jwk(), receipts.jwk(), keyList.jwk()));
    }
}
