package mo.farol.store.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A throw-away server certificate that is its own authority. */
public final class SelfSigned {
    private static final String PASSWORD = "throw-away";

    private final Path certificate;
    private final Path key;

    private SelfSigned(Path certificate, Path key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** @param home a directory that does not exist yet */
    public static SelfSigned forAddress(Path home, String address) throws IOException {
        Path store = Files.createDirectory(home).resolve("server.p12");
        InstalledServer.run(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=test",
                "-ext",
                "san=ip:" + address,
                "-ext",
                "bc=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new SelfSigned(
                    pem(
                            home.resolve("server.crt"),
                            "CERTIFICATE",
                            keys.getCertificate("server").getEncoded()),
                    pem(
                            home.resolve("server.key"),
                            "PRIVATE KEY",
                            keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** PEM of the certificate, which is the authority too. */
    public Path certificate() {
        return certificate;
    }

    /** Puts both where a PostgreSQL server looks for them. */
    public void install(Path dataDirectory) throws IOException {
        for (Path file : new Path[] {certificate, key}) {
            Path placed = dataDirectory.resolve(file.getFileName());
            Files.deleteIfExists(placed);
            Files.copy(file, placed);
            Files.setPosixFilePermissions(placed, PosixFilePermissions.fromString("rw-------"));
            Files.setOwner(placed, Files.getOwner(dataDirectory));
        }
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
