package mo.farol.demo.world;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import mo.farol.core.policy.Field;
import mo.farol.demo.cast.Entry;
import mo.farol.demo.cast.Member;
import mo.farol.demo.cast.Members;
import mo.farol.demo.cast.SignIns;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.demo.seed.SeededInstitutions;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.Seeded;

/** Who the demo's people are: entered into a fresh database, or found again in one that has them. */
final class Cast {
    private static final long SEED = 20_230_630;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final List<Person> people;

    Cast() {
        this.people =
                IntStream.rangeClosed(1, People.ROSTER).mapToObj(all()::person).toList();
    }

    /** The people, the same in every demo of one day. */
    static People all() {
        return new People(SEED, LocalDate.now(MACAU));
    }

    /** Enters everybody, their accounts and who may act for whom. */
    Seeded enter(List<URI> gateways, URI signIn, SeededInstitutions institutions)
            throws IOException, InterruptedException {
        try (SignIns signIns = new SignIns(gateways, signIn)) {
            Entry entry = new Entry(signIns, signIn);
            List<UUID> eids = entry.residents(people);
            Seeded seeded = seeded(eids, signIn, institutions);
            Members members = members(seeded);
            entry.accounts(members);
            entry.guardianships(members);
            return seeded;
        }
    }

    /** Links the accounts anew when the sign-in stand-in, and so the issuer, has moved. */
    Seeded follow(Seeded seeded, List<URI> gateways, URI signIn) throws IOException, InterruptedException {
        if (seeded.accountsAt().equals(signIn)) {
            return seeded;
        }
        try (SignIns signIns = new SignIns(gateways, signIn)) {
            new Entry(signIns, signIn).accounts(members(seeded));
        }
        return seeded.withAccountsAt(signIn);
    }

    /** Everybody, by the names that the gateway knows them by. */
    Members members(Seeded seeded) {
        List<Member> members = new ArrayList<>();
        for (Person person : people) {
            UUID eid = seeded.eids().get(person.n());
            String idNumber = person.resident().fields().get(Field.ID_NUMBER);
            if (eid == null || idNumber == null) {
                throw new IllegalStateException("resident " + person.n() + " was not entered");
            }
            members.add(new Member(person.n(), person.kind(), person.wards(), eid, idNumber));
        }
        return new Members(members);
    }

    private Seeded seeded(List<UUID> eids, URI signIn, SeededInstitutions institutions) {
        Map<Integer, UUID> byNumber = new HashMap<>();
        for (int i = 0; i < people.size(); i++) {
            byNumber.put(people.get(i).n(), eids.get(i));
        }
        return new Seeded(
                Seeded.VERSION,
                institutions.terminals().stream().map(Cast::row).toList(),
                people.stream()
                        .map(person -> new DemoSummary.ResidentRow(
                                person.n(), person.kind().label(), person.wards()))
                        .toList(),
                byNumber,
                signIn,
                jwks(institutions.releaseKeys()));
    }

    private static DemoSummary.TerminalRow row(SeededTerminal terminal) {
        return new DemoSummary.TerminalRow(
                terminal.kit().name(), terminal.institution(), terminal.kit().purposes());
    }

    private static Map<String, String> jwks(Map<String, ECKey> keys) {
        Map<String, String> jwks = new HashMap<>();
        keys.forEach((institution, key) -> jwks.put(institution, key.toJSONString()));
        return jwks;
    }
}
