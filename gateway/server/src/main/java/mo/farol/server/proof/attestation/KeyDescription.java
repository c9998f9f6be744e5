package mo.farol.server.proof.attestation;

import org.bouncycastle.asn1.ASN1Sequence;

/**
 * The extension by which a phone describes a key (Android: "Key and ID attestation", schema versions 1 to 4, 100 to 400).
 *
 * @param attestationLevel where the attestation was made
 * @param keyLevel where the key lives
 * @param challenge what the phone was asked to repeat
 */
record KeyDescription(
        SecurityLevel attestationLevel,
        SecurityLevel keyLevel,
        byte[] challenge,
        AuthorizationList software,
        AuthorizationList hardware) {
    static final String EXTENSION = "1.3.6.1.4.1.11129.2.1.17";

    private static final int FIELDS = 8;

    /** @param extension the content of the extension's OCTET STRING */
    static KeyDescription read(byte[] extension) throws NotAttested {
        ASN1Sequence fields = Der.sequence(Der.read(extension));
        NotAttested.unless(fields.size() == FIELDS, "the key description has not eight fields");
        NotAttested.unless(Der.integer(fields.getObjectAt(0)) > 0, "the attestation's version is unknown");
        SecurityLevel attestation = SecurityLevel.numbered(Der.enumerated(fields.getObjectAt(1)));
        Der.integer(fields.getObjectAt(2));
        SecurityLevel key = SecurityLevel.numbered(Der.enumerated(fields.getObjectAt(3)));
        byte[] challenge = Der.octets(fields.getObjectAt(4));
        Der.octets(fields.getObjectAt(5));
        return new KeyDescription(
                attestation,
                key,
                challenge,
                AuthorizationList.read(fields.getObjectAt(6)),
                AuthorizationList.read(fields.getObjectAt(7)));
    }

    /** The weaker of the two levels: neither proves more than the other. */
    SecurityLevel level() {
        return attestationLevel.lower(keyLevel);
    }

    /** What counts at {@link #level}: in hardware, only what the hardware enforces. */
    AuthorizationList enforced() {
        return keyLevel == SecurityLevel.SOFTWARE ? software : hardware;
    }
}
