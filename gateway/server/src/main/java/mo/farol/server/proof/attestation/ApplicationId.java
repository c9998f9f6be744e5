package mo.farol.server.proof.attestation;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;

/**
 * The apps that may use a key ({@code AttestationApplicationId}): several when they share a user.
 *
 * @param packages names
 * @param signatures SHA-256 of signing certificates, lower-case hex
 */
record ApplicationId(Set<String> packages, Set<String> signatures) {
    /** @param der the content of the authorization's OCTET STRING */
    static ApplicationId read(byte[] der) throws NotAttested {
        ASN1Sequence fields = Der.sequence(Der.read(der));
        NotAttested.unless(fields.size() == 2, "the application id has not two fields");
        Set<String> packages = new HashSet<>();
        for (ASN1Encodable each : Der.set(fields.getObjectAt(0))) {
            ASN1Sequence info = Der.sequence(each);
            NotAttested.unless(info.size() == 2, "a package has not two fields");
            packages.add(new String(Der.octets(info.getObjectAt(0)), StandardCharsets.UTF_8));
        }
        Set<String> signatures = new HashSet<>();
        for (ASN1Encodable each : Der.set(fields.getObjectAt(1))) {
            signatures.add(HexFormat.of().formatHex(Der.octets(each)));
        }
        return new ApplicationId(packages, signatures);
    }
}
