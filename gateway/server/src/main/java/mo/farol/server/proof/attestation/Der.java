package mo.farol.server.proof.attestation;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * Reads untrusted DER (X.690) into BouncyCastle's types. The one liberty: the elements of a SET may come in any order,
 * because phones write them so.
 */
final class Der {
    private Der() {}

    /** @throws NotAttested when {@code bytes} are not exactly one value, in its shortest form */
    static ASN1Primitive read(byte[] bytes) throws NotAttested {
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(bytes);
            NotAttested.unless(
                    value != null && Arrays.equals(value.getEncoded(ASN1Encoding.DL), bytes),
                    "the DER is not canonical");
            return value;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new NotAttested("not DER");
        }
    }

    static ASN1Sequence sequence(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1Sequence sequence) {
            return sequence;
        }
        throw new NotAttested("a SEQUENCE is missing");
    }

    static ASN1Set set(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1Set set) {
            return set;
        }
        throw new NotAttested("a SET is missing");
    }

    /** From 0 up to what fits in 31 bits. */
    static int integer(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1Integer integer) {
            return small(integer.getValue());
        }
        throw new NotAttested("an INTEGER is missing");
    }

    static int enumerated(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1Enumerated enumerated) {
            return small(enumerated.getValue());
        }
        throw new NotAttested("an ENUMERATED is missing");
    }

    static boolean bool(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1Boolean bool) {
            return bool.isTrue();
        }
        throw new NotAttested("a BOOLEAN is missing");
    }

    static byte[] octets(ASN1Encodable value) throws NotAttested {
        if (value instanceof ASN1OctetString octets) {
            return octets.getOctets();
        }
        throw new NotAttested("an OCTET STRING is missing");
    }

    private static int small(BigInteger number) throws NotAttested {
        NotAttested.unless(number.signum() >= 0 && number.bitLength() < Integer.SIZE, "a number is out of range");
        return number.intValue();
    }
}
