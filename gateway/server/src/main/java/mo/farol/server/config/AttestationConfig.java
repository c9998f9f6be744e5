package mo.farol.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a phone's key attestation must rest on. There is at least one root.
 *
 * @param roots PEM files of root certificates
 * @param rootKeys SHA-256 of trusted roots' SubjectPublicKeyInfo, lower-case hex
 * @param revoked a status list in Google's form; read anew while the gateway runs
 * @param app whose keys alone are accepted; empty: any app's
 * @param verifiedBoot whether a phone must have a locked bootloader and have started what its maker signed
 */
public record AttestationConfig(
        List<Path> roots, Set<String> rootKeys, Optional<Path> revoked, Optional<App> app, boolean verifiedBoot) {
    /**
     * An Android app.
     *
     * @param packageName such as {@code mo.example.eid}
     * @param signatures SHA-256 of its signing certificates, lower-case hex; at least one
     */
    public record App(String packageName, Set<String> signatures) {}
}
