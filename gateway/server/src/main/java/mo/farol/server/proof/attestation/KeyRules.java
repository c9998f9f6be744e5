package mo.farol.server.proof.attestation;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.config.AttestationConfig;
import org.bouncycastle.asn1.ASN1Sequence;

/** What a key description must say for the key to be a binding's. Tag numbers are those of Android's schema. */
record KeyRules(Optional<AttestationConfig.App> app, boolean verifiedBoot) {
    private static final int PURPOSE = 1;
    private static final int ALGORITHM = 2;
    private static final int KEY_SIZE = 3;
    private static final int EC_CURVE = 10;
    private static final int ALL_APPLICATIONS = 600;
    private static final int EXPORTABLE = 602;
    private static final int ORIGIN = 702;
    private static final int ROOT_OF_TRUST = 704;
    private static final int APPLICATION_ID = 709;

    private static final int SIGN = 2;
    private static final int VERIFY = 3;
    private static final int ELLIPTIC_CURVE = 3;
    private static final int P256 = 1;
    private static final int GENERATED = 0;
    private static final int VERIFIED = 0;

    /** @return what the description proves */
    KeyLevel check(KeyDescription description, byte[] challenge) throws NotAttested {
        NotAttested.unless(
                MessageDigest.isEqual(description.challenge(), challenge),
                "the challenge is not the one that was given");
        checkKey(description.enforced());
        checkAccess(description.software());
        checkAccess(description.hardware());
        if (app.isPresent()) {
            checkApp(description.software(), app.get());
        }
        if (verifiedBoot) {
            checkBoot(description.hardware());
        }
        return description.level().keyLevel();
    }

    private static void checkKey(AuthorizationList enforced) throws NotAttested {
        Set<Integer> purposes = enforced.integers(PURPOSE);
        NotAttested.unless(
                purposes.contains(SIGN) && Set.of(SIGN, VERIFY).containsAll(purposes),
                "the key is not for signing only");
        NotAttested.unless(enforced.integer(ALGORITHM) == ELLIPTIC_CURVE, "the key is not an elliptic curve's");
        boolean curve = enforced.has(EC_CURVE);
        boolean size = enforced.has(KEY_SIZE);
        NotAttested.unless(curve || size, "the key's curve is not told");
        NotAttested.unless(!curve || enforced.integer(EC_CURVE) == P256, "the key's curve is not P-256");
        NotAttested.unless(!size || enforced.integer(KEY_SIZE) == 256, "the key has not 256 bits");
        NotAttested.unless(enforced.integer(ORIGIN) == GENERATED, "the key was not made where it lives");
    }

    private static void checkAccess(AuthorizationList list) throws NotAttested {
        NotAttested.unless(
                !list.has(ALL_APPLICATIONS) && !list.has(EXPORTABLE),
                "other apps may use the key, or it may be exported");
    }

    private static void checkApp(AuthorizationList software, AttestationConfig.App app) throws NotAttested {
        NotAttested.unless(software.has(APPLICATION_ID), "the key's app is not told");
        ApplicationId id =
                ApplicationId.read(Der.octets(software.value(APPLICATION_ID).orElseThrow()));
        NotAttested.unless(id.packages().equals(Set.of(app.packageName())), "the key is another app's");
        boolean signed = !id.signatures().isEmpty() && app.signatures().containsAll(id.signatures());
        NotAttested.unless(signed, "the key's app was signed by somebody else");
    }

    private static void checkBoot(AuthorizationList hardware) throws NotAttested {
        NotAttested.unless(hardware.has(ROOT_OF_TRUST), "the phone's root of trust is not told");
        ASN1Sequence root = Der.sequence(hardware.value(ROOT_OF_TRUST).orElseThrow());
        NotAttested.unless(root.size() == 3 || root.size() == 4, "the root of trust has not three or four fields");
        boolean locked = Der.bool(root.getObjectAt(1));
        NotAttested.unless(
                locked && Der.enumerated(root.getObjectAt(2)) == VERIFIED,
                "the phone started other software than its maker's");
    }
}
