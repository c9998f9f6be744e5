package mo.farol.server.config;

import java.nio.file.Path;

/**
 * Where the gateway's keys lie: three PKCS#12 files under one password, as {@code farol keys init} makes them.
 *
 * @param codes HPKE keys and ticket day keys
 * @param signing access token and receipt signing keys
 * @param atRest key-encryption and index keys of the store
 */
public record KeysConfig(Path codes, Path signing, Path atRest, Secret password) {
    /** File names inside a directory that {@code keys init} filled. */
    public static KeysConfig in(Path directory, Secret password) {
        return new KeysConfig(
                directory.resolve("code-keys.p12"),
                directory.resolve("signing-keys.p12"),
                directory.resolve("at-rest-keys.p12"),
                password);
    }
}
