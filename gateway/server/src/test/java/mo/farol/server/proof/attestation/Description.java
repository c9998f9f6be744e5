package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** A key description as a phone would write it, to be spoilt as a test likes. */
final class Description {
    static final int PURPOSE = 1;
    static final int ALGORITHM = 2;
    static final int KEY_SIZE = 3;
    static final int EC_CURVE = 10;
    static final int NO_AUTH_REQUIRED = 503;
    static final int ALL_APPLICATIONS = 600;
    static final int ORIGIN = 702;
    static final int ROOT_OF_TRUST = 704;
    static final int APPLICATION_ID = 709;

    int version = 300;
    int attestationLevel = 1;
    int keyLevel = 1;
    byte[] challenge;
    final Map<Integer, ASN1Encodable> software = new TreeMap<>();
    final Map<Integer, ASN1Encodable> hardware = new TreeMap<>();

    Description(byte[] challenge) {
        this.challenge = challenge;
        fill(hardware);
        hardware.put(ROOT_OF_TRUST, rootOfTrust(true, 0));
        software.put(APPLICATION_ID, app("mo.example.eid", new byte[32]));
    }

    /** Levels as the schema numbers them: 0 software, 1 trusted environment, 2 StrongBox. */
    Description at(int attestation, int key) {
        attestationLevel = attestation;
        keyLevel = key;
        if (key == 0) {
            hardware.clear();
            fill(software);
        }
        return this;
    }

    private static void fill(Map<Integer, ASN1Encodable> list) {
        list.put(PURPOSE, set(2));
        list.put(ALGORITHM, number(3));
        list.put(KEY_SIZE, number(256));
        list.put(5, set(4));
        list.put(EC_CURVE, number(1));
        list.put(NO_AUTH_REQUIRED, DERNull.INSTANCE);
        list.put(ORIGIN, number(0));
    }

    static ASN1Integer number(int number) {
        return new ASN1Integer(number);
    }

    static DERSet set(int... numbers) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        for (int each : numbers) {
            elements.add(number(each));
        }
        return new DERSet(elements);
    }

    static DERSequence rootOfTrust(boolean locked, int state) {
        return new DERSequence(new ASN1Encodable[] {
            new DEROctetString(new byte[32]),
            ASN1Boolean.getInstance(locked),
            new ASN1Enumerated(state),
            new DEROctetString(new byte[32])
        });
    }

    static DEROctetString app(String name, byte[] signature) {
        DERSequence info = new DERSequence(
                new ASN1Encodable[] {new DEROctetString(name.getBytes(StandardCharsets.UTF_8)), number(1)});
        return new DEROctetString(encoded(
                new DERSequence(new ASN1Encodable[] {new DERSet(info), new DERSet(new DEROctetString(signature))})));
    }

    DERSequence sequence() {
        return new DERSequence(new ASN1Encodable[] {
            number(version),
            new ASN1Enumerated(attestationLevel),
            number(version),
            new ASN1Enumerated(keyLevel),
            new DEROctetString(challenge),
            new DEROctetString(new byte[0]),
            list(software),
            list(hardware)
        });
    }

    byte[] der() {
        return encoded(sequence());
    }

    static DERSequence list(Map<Integer, ASN1Encodable> values) {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        values.forEach((tag, value) -> elements.add(new DERTaggedObject(true, tag, value)));
        return new DERSequence(elements);
    }

    static byte[] encoded(DERSequence value) {
        try {
            return value.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
