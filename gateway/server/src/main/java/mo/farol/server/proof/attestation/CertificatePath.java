package mo.farol.server.proof.attestation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Follows a chain from the key's own certificate to a trusted root. Stricter than RFC 5280, 6 where that costs no phone
 * anything, and laxer where Android is: the dates of the key's own certificate are written by the phone and not looked at,
 * and a key usage that is missing does not limit.
 */
record CertificatePath(TrustedRoots roots, RevokedSerials revoked) {
    private static final int LONGEST = 6;

    /**
     * @param chain DER, the key's own certificate first
     * @param now by the database's clock
     * @return the key's own certificate
     */
    ChainCertificate follow(List<byte[]> chain, Instant now) throws NotAttested {
        NotAttested.unless(!chain.isEmpty() && chain.size() <= LONGEST, "the chain is empty or too long");
        List<ChainCertificate> certificates = new ArrayList<>();
        for (byte[] der : chain) {
            certificates.add(ChainCertificate.read(der));
        }
        checkLeaf(certificates.getFirst());
        int last = certificates.size() - 1;
        for (int i = 0; i < last; i++) {
            checkIssuer(certificates.get(i + 1), i, i + 1 == last, now);
            NotAttested.unless(certificates.get(i).isIssuedBy(certificates.get(i + 1)), "a name does not link");
            checkSignature(certificates.get(i), certificates.get(i + 1));
        }
        checkEnd(certificates.get(last));
        return certificates.getFirst();
    }

    private void checkLeaf(ChainCertificate leaf) throws NotAttested {
        NotAttested.unless(!revoked.has(leaf), "a certificate is revoked");
        NotAttested.unless(!leaf.authority(), "the key's own certificate is an authority's");
        NotAttested.unless(!roots.trust(leaf), "the key is a root's");
        NotAttested.unless(leaf.mayBeUsedFor(KeyUsage.digitalSignature), "the key is not for signatures");
    }

    /** @param below how many authorities there are between it and the key's own certificate */
    private void checkIssuer(ChainCertificate issuer, int below, boolean isLast, Instant now) throws NotAttested {
        NotAttested.unless(!revoked.has(issuer), "a certificate is revoked");
        NotAttested.unless(issuer.description().isEmpty(), "an authority has an attestation of its own");
        NotAttested.unless(
                issuer.authority() && issuer.mayBeUsedFor(KeyUsage.keyCertSign), "an issuer may not sign certificates");
        boolean shortEnough = issuer.pathLength()
                .map(most -> most.compareTo(BigInteger.valueOf(below)) >= 0)
                .orElse(true);
        NotAttested.unless(shortEnough, "the path is longer than an authority allows");
        if (roots.trust(issuer)) {
            NotAttested.unless(isLast, "something follows the root");
        } else {
            NotAttested.unless(issuer.holdsAt(now), "an authority's certificate has expired or is not valid yet");
        }
    }

    private static void checkSignature(ChainCertificate certificate, ChainCertificate issuer) throws NotAttested {
        NotAttested.unless(CertificateSignature.holds(certificate, issuer), "a signature does not verify");
    }

    /** A root that came with the chain signs itself; one that was left out is looked for among those configured. */
    private void checkEnd(ChainCertificate last) throws NotAttested {
        if (roots.trust(last)) {
            checkSignature(last, last);
            return;
        }
        boolean signed = roots.issuersOf(last).stream().anyMatch(root -> CertificateSignature.holds(last, root));
        NotAttested.unless(signed, "the chain ends in no trusted root");
    }
}
