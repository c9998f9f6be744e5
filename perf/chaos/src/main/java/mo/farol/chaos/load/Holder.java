package mo.farol.chaos.load;

import java.util.HexFormat;
import java.util.UUID;
import mo.farol.phone.code.BoundEid;

/**
 * A resident with a phone, as long as the binding is the same. It never prints.
 *
 * @param n the resident's number in the kit
 * @param binding its name in the resident API
 * @param byFace whether a face check is enough to bind the e-ID to another phone
 */
record Holder(int n, BoundEid eid, UUID binding, boolean byFace) {
    /** The same resident with another phone. */
    Holder with(BoundEid other, UUID name) {
        return new Holder(n, other, name, byFace);
    }

    /** The binding key id: 16 hex digits. */
    String key() {
        return HexFormat.of().toHexDigits(eid.id().value());
    }

    @Override
    public String toString() {
        return "Holder[" + n + "]";
    }
}
