package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import mo.farol.token.BindingPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** A maker's root, an authority under it and a phone whose keys they vouch for, made for one test. */
final class TestPhone {
    static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    static final ASN1ObjectIdentifier DESCRIPTION = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.1.17");

    final KeyPair root;
    final KeyPair authority = curve();
    final KeyPair phone = curve();
    final KeyPair key = curve();

    TestPhone(KeyPair root) {
        this.root = root;
    }

    TestPhone() {
        this(curve());
    }

    static KeyPair curve() {
        return pair("EC", "secp256r1");
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a certificate says, with the usual dates of an authority's. */
    static final class Draft {
        String subject = "CN=somebody";
        String issuer = "CN=somebody";
        long serial = 7;
        Instant from = NOW.minus(Duration.ofDays(30));
        Instant until = NOW.plus(Duration.ofDays(30));
        Integer pathLength = -1;
        boolean authority;
        int usage;
        final List<Extension> more = new ArrayList<>();

        Draft named(String subject, String issuer) {
            this.subject = subject;
            this.issuer = issuer;
            return this;
        }

        Draft authority(int usage) {
            this.authority = true;
            this.usage = usage;
            return this;
        }

        byte[] sign(KeyPair subjectKey, KeyPair issuerKey) {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(serial),
                    Date.from(from),
                    Date.from(until),
                    new X500Name(subject),
                    subjectKey.getPublic());
            try {
                if (authority) {
                    BasicConstraints constraints =
                            pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength);
                    builder.addExtension(Extension.basicConstraints, true, constraints);
                }
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                for (Extension each : more) {
                    builder.addExtension(each);
                }
                boolean rsa = issuerKey.getPrivate().getAlgorithm().equals("RSA");
                return builder.build(new JcaContentSignerBuilder(rsa ? "SHA256withRSA" : "SHA256withECDSA")
                                .build(issuerKey.getPrivate()))
                        .getEncoded();
            } catch (IOException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Draft rootDraft() {
        return new Draft().named("CN=root", "CN=root").authority(KeyUsage.keyCertSign);
    }

    Draft authorityDraft() {
        return new Draft().named("CN=authority", "CN=root").authority(KeyUsage.keyCertSign);
    }

    Draft phoneDraft() {
        return new Draft().named("CN=phone", "CN=authority").authority(KeyUsage.keyCertSign);
    }

    /** Dated as phones date it: from 1970. */
    Draft keyDraft(byte[] description) {
        Draft draft = new Draft().named("CN=Android Keystore Key", "CN=phone");
        draft.from = Instant.EPOCH;
        draft.until = Instant.parse("2027-01-01T00:00:00Z");
        draft.serial = 1;
        draft.usage = KeyUsage.digitalSignature;
        draft.more.add(new Extension(DESCRIPTION, false, description));
        return draft;
    }

    List<byte[]> chain(byte[] description) {
        return chain(keyDraft(description));
    }

    List<byte[]> chain(Draft keyDraft) {
        return List.of(keyDraft.sign(key, phone), phoneCertificate(), authorityCertificate(), rootCertificate());
    }

    byte[] rootCertificate() {
        return rootDraft().sign(root, root);
    }

    byte[] authorityCertificate() {
        return authorityDraft().sign(authority, root);
    }

    byte[] phoneCertificate() {
        return phoneDraft().sign(phone, authority);
    }

    BindingPublicKey bindingKey() {
        return point(key);
    }

    static BindingPublicKey point(KeyPair pair) {
        byte[] encoded = ((ECPublicKey) pair.getPublic()).getEncoded();
        byte[] point = new byte[BindingPublicKey.LENGTH];
        System.arraycopy(encoded, encoded.length - point.length, point, 0, point.length);
        return BindingPublicKey.of(point);
    }

    Path writeRoot(Path file) throws IOException {
        return writePem(file, rootCertificate());
    }

    static Path writePem(Path file, byte[]... certificates) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (byte[] each : certificates) {
                writer.writeObject(new PemObject("CERTIFICATE", each));
            }
        }
        return Files.writeString(file, text.toString());
    }
}
