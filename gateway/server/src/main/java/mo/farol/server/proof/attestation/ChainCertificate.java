package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.keys.Digests;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * One certificate of a chain (RFC 5280), read once and for all.
 *
 * @param signed the bytes that its signature is over, as they came
 * @param algorithm how it says it is signed, inside and outside of {@code signed}
 * @param serial as a status list names it: lower-case hex
 * @param issuer DER of the name
 * @param subject DER of the name
 * @param pathLength empty: not limited
 * @param keyUsage bits as {@link KeyUsage} has them; empty: not limited
 * @param description content of the attestation extension
 */
record ChainCertificate(
        byte[] signed,
        AlgorithmIdentifier algorithm,
        byte[] signature,
        String serial,
        byte[] issuer,
        byte[] subject,
        SubjectPublicKeyInfo publicKey,
        Instant notBefore,
        Instant notAfter,
        boolean authority,
        Optional<BigInteger> pathLength,
        Optional<KeyUsage> keyUsage,
        Optional<byte[]> description) {
    static final int LONGEST = 4096;

    private static final int VERSION_3 = 3;
    private static final ASN1ObjectIdentifier DESCRIPTION = new ASN1ObjectIdentifier(KeyDescription.EXTENSION);
    private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
            Set.of(Extension.basicConstraints, Extension.keyUsage, DESCRIPTION);

    /** @throws NotAttested when it is no certificate, or one with a critical extension that is not understood here */
    static ChainCertificate read(byte[] der) throws NotAttested {
        NotAttested.unless(der.length <= LONGEST, "a certificate is too long");
        try {
            ASN1Encodable signed = Der.sequence(Der.read(der)).getObjectAt(0);
            return of(new X509CertificateHolder(der), signed.toASN1Primitive().getEncoded(ASN1Encoding.DL));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new NotAttested("not an X.509 certificate");
        }
    }

    private static ChainCertificate of(X509CertificateHolder holder, byte[] signed) throws IOException, NotAttested {
        NotAttested.unless(holder.getVersionNumber() == VERSION_3, "a certificate is not of version 3");
        NotAttested.unless(
                UNDERSTOOD.containsAll(holder.getCriticalExtensionOIDs()), "a critical extension is not understood");
        AlgorithmIdentifier algorithm = holder.getSignatureAlgorithm();
        AlgorithmIdentifier inside =
                holder.toASN1Structure().getTBSCertificate().getSignature();
        NotAttested.unless(algorithm.equals(inside), "a certificate says in two ways how it is signed");
        BasicConstraints constraints = BasicConstraints.fromExtensions(holder.getExtensions());
        Extension description = holder.getExtension(DESCRIPTION);
        return new ChainCertificate(
                signed,
                algorithm,
                holder.getSignature(),
                holder.getSerialNumber().toString(16),
                holder.getIssuer().getEncoded(),
                holder.getSubject().getEncoded(),
                holder.getSubjectPublicKeyInfo(),
                holder.getNotBefore().toInstant(),
                holder.getNotAfter().toInstant(),
                constraints != null && constraints.isCA(),
                Optional.ofNullable(constraints).map(BasicConstraints::getPathLenConstraint),
                Optional.ofNullable(KeyUsage.fromExtensions(holder.getExtensions())),
                Optional.ofNullable(description).map(each -> each.getExtnValue().getOctets()));
    }

    boolean mayBeUsedFor(int usage) {
        return keyUsage.isEmpty() || keyUsage.get().hasUsages(usage);
    }

    boolean isIssuedBy(ChainCertificate other) {
        return Arrays.equals(issuer, other.subject);
    }

    boolean holdsAt(Instant now) {
        return !now.isBefore(notBefore) && !now.isAfter(notAfter);
    }

    /** DER of SubjectPublicKeyInfo. */
    byte[] encodedKey() {
        try {
            return publicKey.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lower-case hex SHA-256 of the public key. */
    String keyHash() {
        return HexFormat.of().formatHex(Digests.sha256(encodedKey()));
    }

    @Override
    public String toString() {
        return "ChainCertificate[redacted]";
    }
}
