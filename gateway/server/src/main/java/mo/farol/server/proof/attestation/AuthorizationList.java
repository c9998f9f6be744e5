package mo.farol.server.proof.attestation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * What a phone's software, or its hardware, enforces about a key: values by tag number. Tags that later versions of
 * Android added are passed over; none may come twice.
 */
final class AuthorizationList {
    private static final int MOST_TAGS = 64;

    private final Map<Integer, ASN1Object> values;

    private AuthorizationList(Map<Integer, ASN1Object> values) {
        this.values = values;
    }

    static AuthorizationList read(ASN1Encodable list) throws NotAttested {
        Map<Integer, ASN1Object> values = new HashMap<>();
        for (ASN1Encodable each : Der.sequence(list)) {
            if (!(each instanceof ASN1TaggedObject tagged) || !tagged.hasContextTag() || !tagged.isExplicit()) {
                throw new NotAttested("an authorization is not tagged explicitly");
            }
            boolean first = values.put(tagged.getTagNo(), tagged.getExplicitBaseObject()) == null;
            NotAttested.unless(
                    first && values.size() <= MOST_TAGS, "an authorization comes twice, or there are too many");
        }
        return new AuthorizationList(values);
    }

    boolean has(int tag) {
        return values.containsKey(tag);
    }

    Optional<ASN1Object> value(int tag) {
        return Optional.ofNullable(values.get(tag));
    }

    int integer(int tag) throws NotAttested {
        return Der.integer(present(tag));
    }

    Set<Integer> integers(int tag) throws NotAttested {
        Set<Integer> integers = new HashSet<>();
        for (ASN1Encodable each : Der.set(present(tag))) {
            NotAttested.unless(integers.add(Der.integer(each)), "a number comes twice in a set");
        }
        return integers;
    }

    private ASN1Object present(int tag) throws NotAttested {
        return value(tag).orElseThrow(() -> new NotAttested("authorization " + tag + " is missing"));
    }
}
