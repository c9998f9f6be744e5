package mo.farol.server.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.outgoing.OutgoingTls;

/** Reads the sections {@code face_check}, {@code kiosks} and {@code attestation}. */
final class ProofsReader {
    private static final URI NOWHERE = URI.create("https://invalid.");

    private final Section root;
    private final Profile profile;

    ProofsReader(Section root, Profile profile) {
        this.root = root;
        this.profile = profile;
    }

    ProofsConfig read() {
        return new ProofsConfig(
                root.has("face_check") ? Optional.of(faceCheck(root.section("face_check"))) : Optional.empty(),
                root.has("kiosks") ? Optional.of(kiosks(root.section("kiosks"))) : Optional.empty(),
                root.has("attestation") ? Optional.of(attestation(root.section("attestation"))) : Optional.empty());
    }

    private FaceCheckConfig faceCheck(Section section) {
        if (!section.has("url")) {
            section.problem("url", "is missing");
        }
        FaceCheckConfig config = new FaceCheckConfig(
                HttpsUrl.read(section, "url", profile).orElse(NOWHERE),
                section.secret("secret"),
                tls(section),
                section.number("timeout_seconds", FaceCheckConfig.TIMEOUT_SECONDS, 1, 60),
                providers(section));
        section.end();
        return config;
    }

    private KioskConfig kiosks(Section section) {
        OutgoingTls tls =
                new OutgoingTls(Optional.ofNullable(section.optionalFile("root_certificate")), Optional.empty());
        KioskConfig config = new KioskConfig(tls, providers(section));
        section.end();
        return config;
    }

    private static OutgoingTls tls(Section section) {
        Path root = section.optionalFile("root_certificate");
        Path certificate = section.optionalFile("client_certificate");
        Path key = section.optionalFile("client_key");
        if ((certificate == null) != (key == null)) {
            section.problem("client_certificate", "and client_key must be given together");
        }
        Optional<OutgoingTls.Identity> identity = certificate == null || key == null
                ? Optional.empty()
                : Optional.of(new OutgoingTls.Identity(certificate, key));
        return new OutgoingTls(Optional.ofNullable(root), identity);
    }

    private List<AssertionProvider> providers(Section section) {
        List<AssertionProvider> providers = new ArrayList<>();
        Set<String> issuers = new HashSet<>();
        for (Section each : section.sections("providers")) {
            AssertionProvider provider = provider(each);
            if (!issuers.add(provider.issuer())) {
                each.problem("issuer", "is listed twice");
            }
            each.end();
            providers.add(provider);
        }
        if (providers.isEmpty()) {
            section.problem("providers", "is missing: list at least one provider");
        }
        return providers;
    }

    private AssertionProvider provider(Section section) {
        Optional<URI> url = HttpsUrl.read(section, "jwks_uri", profile);
        Optional<Path> file = Optional.ofNullable(section.optionalFile("jwks_file"));
        if (section.has("jwks_uri") == section.has("jwks_file")) {
            section.problem("jwks_uri", "or jwks_file must be given, and not both");
        }
        String name = section.text("algorithm", JwsAlgorithm.ES256.name());
        Optional<JwsAlgorithm> algorithm = JwsAlgorithm.byName(name);
        if (algorithm.isEmpty()) {
            section.problem("algorithm", "must be ES256 or RS256");
        }
        return new AssertionProvider(section.text("issuer"), url, file, algorithm.orElse(JwsAlgorithm.ES256));
    }

    private static AttestationConfig attestation(Section section) {
        List<Path> roots = files(section, "roots");
        Set<String> keys = hashes(section, "root_keys");
        if (roots.isEmpty() && keys.isEmpty()) {
            section.problem("roots", "is missing: list PEM files, or root_keys");
        }
        AttestationConfig config = new AttestationConfig(
                roots,
                keys,
                Optional.ofNullable(section.optionalFile("revoked")),
                section.has("app") ? Optional.of(app(section.section("app"))) : Optional.empty(),
                section.flag("verified_boot", false));
        section.end();
        return config;
    }

    private static List<Path> files(Section section, String key) {
        List<Path> files = section.texts(key).stream().map(Path::of).toList();
        files.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .forEach(file -> section.problem(key, "names no readable file: " + file));
        return files;
    }

    private static AttestationConfig.App app(Section section) {
        AttestationConfig.App app = new AttestationConfig.App(section.text("package"), hashes(section, "signatures"));
        if (app.signatures().isEmpty()) {
            section.problem("signatures", "is missing: list the SHA-256 of at least one signing certificate");
        }
        section.end();
        return app;
    }

    private static Set<String> hashes(Section section, String key) {
        List<String> hashes = section.texts(key);
        if (!hashes.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
            section.problem(key, "must be SHA-256 hashes in lower-case hex");
        }
        return Set.copyOf(hashes);
    }
}
