package mo.farol.gatling.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;

/**
 * Makes this whole program, Gatling too, trust the certificates in a PEM file and no others. To be called before the
 * first connection.
 */
final class Roots {
    /** Certificates are public; the store's format wants one. */
    private static final String PASSWORD = "certificates";

    private Roots() {}

    /** @throws PlainFailure when the file cannot be read, or has no certificate in it */
    static void trustOnly(Path pem) throws PlainFailure {
        try {
            Path store = Files.createTempFile("farol-roots", ".p12");
            store.toFile().deleteOnExit();
            write(certificates(pem), store);
            System.setProperty("javax.net.ssl.trustStore", store.toString());
            System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new PlainFailure("no certificates in " + pem + ": " + e.getMessage());
        }
    }

    static Collection<? extends Certificate> certificates(Path pem)
            throws IOException, GeneralSecurityException, PlainFailure {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new PlainFailure("no certificates in " + pem);
            }
            return found;
        }
    }

    private static void write(Collection<? extends Certificate> certificates, Path file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("root-" + number++, certificate);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }
}
