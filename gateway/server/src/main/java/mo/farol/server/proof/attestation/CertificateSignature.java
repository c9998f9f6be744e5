package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcRSAContentVerifierProviderBuilder;

/** Checks who signed a certificate: ECDSA by named curves, or RSA of 2048 to 8192 bits, with SHA-2. */
final class CertificateSignature {
    private static final Set<ASN1ObjectIdentifier> BY_CURVE = Set.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);
    private static final Set<ASN1ObjectIdentifier> BY_RSA = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption);
    private static final Map<ASN1ObjectIdentifier, Set<ASN1ObjectIdentifier>> ALGORITHMS =
            Map.of(X9ObjectIdentifiers.id_ecPublicKey, BY_CURVE, PKCSObjectIdentifiers.rsaEncryption, BY_RSA);
    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(X9ObjectIdentifiers.prime256v1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);
    private static final int SHORTEST_MODULUS = 2048;
    private static final int LONGEST_MODULUS = 8192;
    private static final int LONGEST_EXPONENT = 32;

    private CertificateSignature() {}

    /** Whether {@code issuer}'s key signed {@code certificate}, as its bytes came; what is malformed did not. */
    static boolean holds(ChainCertificate certificate, ChainCertificate issuer) {
        try {
            SubjectPublicKeyInfo key = issuer.publicKey();
            Set<ASN1ObjectIdentifier> fitting =
                    ALGORITHMS.getOrDefault(key.getAlgorithm().getAlgorithm(), Set.of());
            return fitting.contains(certificate.algorithm().getAlgorithm())
                    && isUsual(key)
                    && verifies(certificate, verifier(key).get(certificate.algorithm()));
        } catch (IOException
                | OperatorCreationException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException malformed) {
            return false;
        }
    }

    private static boolean verifies(ChainCertificate certificate, ContentVerifier verifier) throws IOException {
        try (OutputStream message = verifier.getOutputStream()) {
            message.write(certificate.signed());
        }
        return verifier.verify(certificate.signature());
    }

    private static boolean isUsual(SubjectPublicKeyInfo key) throws IOException {
        if (!isRsa(key)) {
            return key.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve && CURVES.contains(curve);
        }
        RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
        BigInteger modulus = rsa.getModulus();
        return modulus.bitLength() >= SHORTEST_MODULUS
                && modulus.bitLength() <= LONGEST_MODULUS
                && rsa.getPublicExponent().bitLength() <= LONGEST_EXPONENT;
    }

    private static ContentVerifierProvider verifier(SubjectPublicKeyInfo key)
            throws IOException, OperatorCreationException {
        DefaultDigestAlgorithmIdentifierFinder digests = new DefaultDigestAlgorithmIdentifierFinder();
        AsymmetricKeyParameter parameter = PublicKeyFactory.createKey(key);
        return isRsa(key)
                ? new BcRSAContentVerifierProviderBuilder(digests).build(parameter)
                : new BcECContentVerifierProviderBuilder(digests).build(parameter);
    }

    private static boolean isRsa(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
    }
}
