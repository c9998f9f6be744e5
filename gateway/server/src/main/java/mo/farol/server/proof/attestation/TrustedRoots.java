package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mo.farol.server.config.InvalidConfig;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;

/**
 * What a chain must end in: certificates, or hashes of public keys. A root counts by its key, because makers issue the
 * same root anew with other dates.
 */
final class TrustedRoots {
    private final List<ChainCertificate> certificates;
    private final Set<String> keyHashes;

    private TrustedRoots(List<ChainCertificate> certificates, Set<String> keyHashes) {
        this.certificates = List.copyOf(certificates);
        this.keyHashes = Set.copyOf(keyHashes);
    }

    /**
     * @param pems PEM files
     * @param rootKeys SHA-256 of public keys, lower-case hex
     */
    static TrustedRoots load(List<Path> pems, Set<String> rootKeys) throws InvalidConfig {
        List<ChainCertificate> certificates = new ArrayList<>();
        for (Path pem : pems) {
            certificates.addAll(read(pem));
        }
        Set<String> hashes = new HashSet<>(rootKeys);
        certificates.forEach(root -> hashes.add(root.keyHash()));
        return new TrustedRoots(certificates, hashes);
    }

    private static List<ChainCertificate> read(Path pem) throws InvalidConfig {
        List<ChainCertificate> certificates = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(pem);
                PEMParser parser = new PEMParser(text)) {
            Object next = parser.readObject();
            while (next instanceof X509CertificateHolder holder) {
                certificates.add(ChainCertificate.read(holder.getEncoded()));
                next = parser.readObject();
            }
            if (next == null && !certificates.isEmpty()) {
                return certificates;
            }
            throw new InvalidConfig(List.of("attestation.roots: holds no certificate, or something else: " + pem));
        } catch (IOException | NotAttested e) {
            throw new InvalidConfig(List.of("attestation.roots: holds a certificate that cannot be read: " + pem));
        }
    }

    boolean trust(ChainCertificate certificate) {
        return keyHashes.contains(certificate.keyHash());
    }

    /** For a chain that leaves its root out. */
    List<ChainCertificate> issuersOf(ChainCertificate last) {
        return certificates.stream().filter(last::isIssuedBy).toList();
    }
}
