package mo.farol.gatling.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.kit.KitPhones;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;

/** People for tests. */
final class Invented {
    private static final byte[] SCALAR = P256.newScalar(new SecureRandom());
    private static final KitPhones PHONES = new KitPhones(Crypto.preferred().crypto());

    private Invented() {}

    static Resident resident(int n) {
        return resident(n, Optional.empty());
    }

    static Resident resident(int n, Optional<String> account) {
        BoundEid eid = PHONES.eid(KitPhones.resident(n, new BindingKeyId(n), SCALAR, "adult"));
        return new Resident(n, eid, account);
    }

    static List<Resident> residents(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Invented::resident).toList();
    }

    static Showing showing(Resident resident, long madeAt) {
        return new Showing(resident, new Asked("load.names", CodeType.EID), "EID1:CODE", "token", madeAt);
    }
}
