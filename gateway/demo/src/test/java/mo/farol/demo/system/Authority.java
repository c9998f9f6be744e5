package mo.farol.demo.system;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import mo.farol.demo.postgres.PostgresTls;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test: makes certificates for 127.0.0.1. */
final class Authority {
    private static final X500Name NAME = new X500Name("CN=Farol test authority");
    private static final Duration LIFE = Duration.ofDays(1);

    private final KeyPair keys;
    private final Path folder;

    private Authority(KeyPair keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /** Writes the authority's own certificate to {@link #certificate()}. */
    static Authority in(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        Authority authority = new Authority(newKeys(), folder);
        Files.createDirectories(folder);
        var own = authority.builder(NAME, authority.keys);
        own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        authority.writeCertificate(own, authority.certificate());
        return authority;
    }

    Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** A certificate and key in PEM files. */
    PostgresTls issue(String name) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = newKeys();
        var builder = builder(new X500Name("CN=" + name), pair);
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        Path certificate = folder.resolve(name + ".pem");
        Path key = folder.resolve(name + "-key.pem");
        writeCertificate(builder, certificate);
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        return new PostgresTls(certificate, key);
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair pair) throws CertIOException {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(now.minus(LIFE)),
                Date.from(now.plus(LIFE)),
                subject,
                pair.getPublic());
    }

    private void writeCertificate(X509v3CertificateBuilder builder, Path file)
            throws IOException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        Files.writeString(file, pem("CERTIFICATE", builder.build(signer).getEncoded()));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }
}
