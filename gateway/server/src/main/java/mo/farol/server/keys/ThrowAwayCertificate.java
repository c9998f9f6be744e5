package mo.farol.server.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** PKCS#12 keeps a public key in a certificate only, so each key gets one that nobody ever relies on. */
final class ThrowAwayCertificate {
    private static final int YEARS = 30;

    private ThrowAwayCertificate() {}

    static X509Certificate around(PublicKey key, KeyPair signer, Instant now) throws GeneralSecurityException {
        X500Name name = new X500Name("CN=Farol gateway key");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now),
                Date.from(now.plus(365L * YEARS, ChronoUnit.DAYS)),
                name,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        try {
            ContentSigner content = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(content));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
