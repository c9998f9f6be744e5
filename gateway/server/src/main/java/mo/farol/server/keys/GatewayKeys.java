package mo.farol.server.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param retiredReceipts signed receipts before, and are published for those who hold them
 * @param keyList signs the published list of code keys
 * @param challenges signs what terminals show to phones
 * @param nextChallenges published already, so that phones know it before it signs
 * @param log signs the public log's checkpoints
 */
public record GatewayKeys(
        KeyRing ring,
        SigningKey accessTokens,
        SigningKey receipts,
        List<SigningKey> retiredReceipts,
        SigningKey keyList,
        SigningKey challenges,
        Optional<SigningKey> nextChallenges,
        LogKey log) {
    static final String ACCESS_TOKENS = "access-tokens";
    static final String RECEIPTS = "receipts";

    /** What the names of keys begin with that sign no more receipts, followed by whatever tells them apart. */
    static final String RETIRED_RECEIPTS = "receipts-retired";

    static final String KEY_LIST = "key-list";
    static final String CHALLENGES = "challenge";
    static final String NEXT_CHALLENGES = "challenge-next";
    static final String LOG = "log";

    /** @throws KeysUnusable when a key is missing or cannot be used: a gateway without its keys must not start */
    public static GatewayKeys load(KeysConfig config, Crypto crypto) throws KeysUnusable {
        KeyFile signing = KeyFile.open(config.signing(), config.password());
        return new GatewayKeys(
                CodeKeys.ring(KeyFile.open(config.codes(), config.password())),
                SigningKey.of(signing.pair(ACCESS_TOKENS), crypto),
                SigningKey.of(signing.pair(RECEIPTS), crypto),
                retiredReceipts(signing, crypto),
                SigningKey.of(signing.pair(KEY_LIST), crypto),
                SigningKey.of(signing.pair(CHALLENGES), crypto),
                signing.names().contains(NEXT_CHALLENGES)
                        ? Optional.of(SigningKey.of(signing.pair(NEXT_CHALLENGES), crypto))
                        : Optional.empty(),
                log(signing, config.signing()));
    }

    /** Of the public log alone, for commands that need no other key. */
    public static LogKey log(KeysConfig config) throws KeysUnusable {
        return log(KeyFile.open(config.signing(), config.password()), config.signing());
    }

    /** The keys that sign and signed receipts, for commands that need no other key. */
    public static List<SigningKey> receipts(KeysConfig config, Crypto crypto) throws KeysUnusable {
        KeyFile signing = KeyFile.open(config.signing(), config.password());
        List<SigningKey> all = new ArrayList<>(retiredReceipts(signing, crypto));
        all.add(SigningKey.of(signing.pair(RECEIPTS), crypto));
        return all;
    }

    private static List<SigningKey> retiredReceipts(KeyFile signing, Crypto crypto) throws KeysUnusable {
        List<SigningKey> retired = new ArrayList<>();
        for (String name : signing.names()) {
            if (name.startsWith(RETIRED_RECEIPTS)) {
                retired.add(SigningKey.of(signing.pair(name), crypto));
            }
        }
        return retired;
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

    /** The public signing keys as a JWK Set (RFC 7517, 5), but for those of challenges, which the key list names. */
    public Map<String, List<Map<String, String>>> jwks() {
        List<Map<String, String>> all = new ArrayList<>(List.of(accessTokens.jwk(), receipts.jwk(), keyList.jwk()));
        retiredReceipts.forEach(key -> all.add(key.jwk()));
        return Map.of("keys", all);
    }
}
