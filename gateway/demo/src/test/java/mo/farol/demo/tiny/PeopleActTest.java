package mo.farol.demo.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import mo.farol.core.policy.Field;
import mo.farol.demo.cast.CastBinder;
import mo.farol.demo.cast.Entry;
import mo.farol.demo.cast.Everybody;
import mo.farol.demo.cast.Member;
import mo.farol.demo.cast.Members;
import mo.farol.demo.cast.SignIns;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.kit.KitMaker;
import mo.farol.demo.kit.KitTarget;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.demo.seed.NewKeys;
import mo.farol.demo.standin.FaceCheckProvider;
import mo.farol.demo.standin.KioskProvider;
import mo.farol.demo.standin.SignInProvider;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.standin.StandInLog;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.TerminalKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's people with real stand-ins and a gateway of a few pages. */
class PeopleActTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final People PEOPLE = new People(1, LocalDate.of(2026, 11, 24));

    @TempDir
    private Path folder;

    private StandInLog log;
    private SignInProvider signIn;
    private FaceCheckProvider faceCheck;
    private KioskProvider kiosks;
    private TinyGateway gateway;

    @BeforeEach
    void start() throws IOException {
        log = new StandInLog(folder.resolve("stand-ins.log"), CLOCK);
        signIn = SignInProvider.start(
                "127.0.0.1", FreePorts.near(0), folder, folder.resolve("page.html"), People.ROSTER, CLOCK);
        faceCheck = FaceCheckProvider.start("127.0.0.1", 0, folder, "secret", log, CLOCK);
        kiosks = KioskProvider.start("127.0.0.1", 0, folder, "gateway", log, CLOCK);
        gateway = new TinyGateway(faceCheck.address(), "secret");
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        kiosks.close();
        faceCheck.close();
        signIn.close();
        log.close();
    }

    @Test
    void everybodyIsEnteredAndBoundAsTheyMustAndOnlyOnce() throws Exception {
        Members members = entered();
        assertThat(gateway.registry.accounts).hasSize(2 * People.ROSTER);
        assertThat(gateway.registry.guardians).hasSize(4);

        Path phones = Files.createDirectory(folder.resolve("phones"));
        try (Everybody everybody = everybody(members, phones)) {
            assertThat(everybody.binder().bindMissing()).isEqualTo(new CastBinder.Missing(People.ROSTER, List.of()));
            assertThat(everybody.phones().kit()).hasSize(People.ROSTER);
            assertThat(wayOf(members, 1)).isEqualTo("face");
            assertThat(wayOf(members, 9)).isEqualTo("face");
            assertThat(wayOf(members, 13)).isEqualTo("guardian_face");
            assertThat(wayOf(members, 17)).isEqualTo("kiosk");
        }
        try (Everybody again = everybody(members, phones)) {
            assertThat(again.binder().bindMissing()).isEqualTo(new CastBinder.Missing(0, List.of()));
        }
    }

    @Test
    void whoCannotBeBoundIsToldAndTheOthersAreBound() throws Exception {
        Members members = entered();
        String child = members.of(16).eid().toString();
        gateway.registry.guardians.removeIf(each -> each.startsWith(child));
        gateway.registry.guardians.add(child + "|" + UUID.randomUUID());
        try (Everybody everybody = everybody(members, folder)) {
            CastBinder.Missing missing = everybody.binder().bindMissing();
            assertThat(missing.bound()).isEqualTo(People.ROSTER - 1);
            assertThat(missing.refused()).containsExactly("binding resident 16 was refused: 403 no_authority");
        }
    }

    @Test
    void aKitIsMadeOfTheTargetsOwnApisAlone() throws Exception {
        KitTarget target = new KitTarget(
                List.of(gateway.address()), "gateway", signIn.address(), "Load tests", "M", List.of("load.names"));
        try (KitMaker maker = new KitMaker(target, "kit1")) {
            PerfKit kit = maker.make(PEOPLE, 1_001, 20);
            assertThat(kit.residents())
                    .hasSize(20)
                    .extracting(resident -> resident.n())
                    .doesNotHaveDuplicates();
            assertThat(kit.residents()).extracting(resident -> resident.kind()).containsOnly("adult", "senior");
            assertThat(kit.residents()).extracting(KitResident::account).contains("kit1-1", "kit1-20");
            assertThat(Optional.ofNullable(kit.signIn()).orElseThrow().tokenEndpoint())
                    .hasToString(signIn.address() + "/one-account/token");
            assertThat(kit.terminals()).hasSize(8);
            assertThat(kit.terminal("kit1-1").orElseThrow().key().key().isPrivate())
                    .isTrue();
            assertThat(gateway.registry.terminals).hasSize(8).contains("kit1-8");
            assertThat(gateway.registry.ways).hasSize(20).containsValue("face");
        }
    }

    private Members entered() throws Exception {
        List<Person> people =
                IntStream.rangeClosed(1, People.ROSTER).mapToObj(PEOPLE::person).toList();
        try (SignIns signIns = new SignIns(List.of(gateway.address()), signIn.address())) {
            Entry entry = new Entry(signIns, signIn.address());
            List<UUID> eids = entry.residents(people);
            List<Member> members = new ArrayList<>();
            for (Person person : people) {
                members.add(new Member(
                        person.n(),
                        person.kind(),
                        person.wards(),
                        eids.get(person.n() - 1),
                        String.valueOf(person.resident().fields().get(Field.ID_NUMBER))));
            }
            Members all = new Members(members);
            entry.accounts(all);
            entry.guardianships(all);
            return all;
        }
    }

    private Everybody everybody(Members members, Path phones) throws IOException {
        URI address = gateway.address();
        return Everybody.of(
                members,
                List.of(address),
                "gateway",
                new StandInAddresses(signIn.address(), faceCheck.address(), kiosks.address(), 25),
                new TerminalKey("kiosk-1", NewKeys.signing("kiosk-1-1")),
                phones);
    }

    private String wayOf(Members members, int n) {
        return String.valueOf(gateway.registry.ways.get(members.of(n).eid().toString()));
    }
}
