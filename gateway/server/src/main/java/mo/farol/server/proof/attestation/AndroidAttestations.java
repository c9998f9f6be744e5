package mo.farol.server.proof.attestation;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.config.AttestationConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.proof.Attestations;
import mo.farol.server.proof.ProofRefused;
import mo.farol.token.BindingPublicKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Android's key attestation (Android: "Verify hardware-backed key pairs with key attestation"). */
public final class AndroidAttestations implements Attestations {
    private static final Logger LOG = LoggerFactory.getLogger(AndroidAttestations.class);

    /** SubjectPublicKeyInfo of a P-256 key up to its point (RFC 5480, 2.1.1.1). */
    private static final byte[] P256_KEY =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private final CertificatePath path;
    private final RevokedSerials revoked;
    private final KeyRules rules;
    private final CertificateTime time;

    private AndroidAttestations(CertificatePath path, KeyRules rules, DatabaseTime time) {
        this.path = path;
        this.revoked = path.revoked();
        this.rules = rules;
        this.time = new CertificateTime(time);
    }

    /** Reads the files that {@code config} names. */
    public static AndroidAttestations of(AttestationConfig config, DatabaseTime time) throws InvalidConfig {
        TrustedRoots roots = TrustedRoots.load(config.roots(), config.rootKeys());
        CertificatePath path = new CertificatePath(roots, RevokedSerials.load(config.revoked()));
        return new AndroidAttestations(path, new KeyRules(config.app(), config.verifiedBoot()), time);
    }

    @Override
    public KeyLevel level(List<byte[]> chain, byte[] challenge, BindingPublicKey key) throws ProofRefused {
        if (chain.isEmpty()) {
            return KeyLevel.NOT_ATTESTED;
        }
        try {
            ChainCertificate leaf = path.follow(chain, time.now());
            NotAttested.unless(Arrays.equals(leaf.encodedKey(), encoded(key)), "the certificate is another key's");
            byte[] description =
                    leaf.description().orElseThrow(() -> new NotAttested("the certificate attests nothing"));
            return rules.check(KeyDescription.read(description), challenge);
        } catch (NotAttested e) {
            LOG.info("an attestation was refused: {}", e.getMessage());
            throw new ProofRefused(BindingRefusal.ATTESTATION_INVALID);
        }
    }

    /** Reads the list of revoked certificates anew. Blocks. */
    public void reload() {
        revoked.reload();
    }

    private static byte[] encoded(BindingPublicKey key) {
        byte[] point = key.point();
        byte[] encoded = Arrays.copyOf(P256_KEY, P256_KEY.length + point.length);
        System.arraycopy(point, 0, encoded, P256_KEY.length, point.length);
        return encoded;
    }
}
