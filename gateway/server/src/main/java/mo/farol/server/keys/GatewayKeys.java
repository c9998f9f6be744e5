package mo.farol.server.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mo.farol.core.accesslog.note.LogKey;
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
 * @param log signs the public log's checkpoints
 */
public record GatewayKeys(
        KeyRing ring, SigningKey accessTokens, SigningKey receipts, SigningKey keyList, LogKey log) {
    static final String ACCESS_TOKENS = "access-tokens";
    static final String RECEIPTS = "receipts";
    static final String KEY_LIST = "key-list";
    static final String LOG = "log";

    /** @throws KeysUnusable when a key is missing or cannot be used: a gateway without its keys must not start */
    public static GatewayKeys load(KeysConfig config, Crypto crypto) throws KeysUnusable {
        KeyFile signing = KeyFile.open(config.signing(), config.password());
        return new GatewayKeys(
                CodeKeys.ring(KeyFile.open(config.codes(), config.password())),
                SigningKey.of(signing.pair(ACCESS_TOKENS), crypto),
                SigningKey.of(signing.pair(RECEIPTS), crypto),
                SigningKey.of(signing.pair(KEY_LIST), crypto),
                log(signing, config.signing()));
    }

    /** Of the public log alone, for commands that need no other key. */
    public static LogKey log(KeysConfig config) throws KeysUnusable {
        return log(KeyFile.open(config.signing(), config.password()), config.signing());
    }

    private static LogKey log(KeyFile signing, Path file) throws KeysUnusable {
        if (!signing.names().contains(LOG)) {
            throw new KeysUnusable(file + " has no key for the public log: add one by farol keys add-log --signing "
                    + file + " --password-file FILE");
        }
        KeyPairEntry pair = signing.pair(LOG);
        try {
            return new LogKey(pair.privateKey(), pair.publicKey());
        } catch (IllegalArgumentException e) {
            throw new KeysUnusable("key " + LOG + " is not an Ed25519 key pair", e);
        }
    }

    /** The public signing keys as a JWK Set (RFC 7517, 5). */
    public Map<String, List<Map<String, String>>> jwks() {
        return Map.of("keys", List.of(accessTokens.jwk(), receipts.jwk(), keyList.jwk()));
    }
}
