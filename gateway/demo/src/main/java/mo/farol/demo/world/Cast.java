package mo.farol.demo.world;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mo.farol.core.registry.Registry;
import mo.farol.demo.people.People;
import mo.farol.demo.seed.Catalogue;
import mo.farol.demo.seed.InstitutionSeeder;
import mo.farol.demo.seed.ResidentSeeder;
import mo.farol.demo.seed.SeededInstitutions;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.Seeded;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.PerfKit;

/** Fills an empty database with the demo's people, institutions and terminals, and keeps their keys. */
final class Cast {
    private static final long SEED = 20_230_630;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final StateFolder folder;

    Cast(StateFolder folder) {
        this.folder = folder;
    }

    /** @param gateways where the kit's terminals will find the gateways */
    Seeded enter(Registry registry, List<URI> gateways, String issuer)
            throws Waiting.StoreFailed, IOException, InterruptedException {
        People people = new People(SEED, LocalDate.now(MACAU));
        SeededInstitutions institutions = new InstitutionSeeder(registry).enter(Catalogue.shipped());
        List<KitResident> residents = new ResidentSeeder(registry, people).enter(1, People.ROSTER);
        new PerfKit(
                        gateways,
                        issuer,
                        institutions.terminals().stream()
                                .map(SeededTerminal::kit)
                                .toList(),
                        residents)
                .write(folder.kit());
        Seeded seeded = new Seeded(
                Seeded.VERSION,
                rows(institutions),
                institutions.terminals().stream().map(Cast::row).toList(),
                IntStream.rangeClosed(1, People.ROSTER)
                        .mapToObj(people::person)
                        .map(person -> new DemoSummary.ResidentRow(
                                person.n(), person.kind().label(), person.wards()))
                        .toList(),
                jwks(institutions.releaseKeys()));
        seeded.write(folder.seeded());
        return seeded;
    }

    /** The kit of an earlier start, with the addresses of this one. */
    PerfKit kit(List<URI> gateways, String issuer) throws IOException {
        PerfKit old = PerfKit.read(folder.kit());
        PerfKit kit = new PerfKit(gateways, issuer, old.terminals(), old.residents());
        kit.write(folder.kit());
        return kit;
    }

    private static Map<String, Long> rows(SeededInstitutions institutions) {
        Map<String, Long> rows = new HashMap<>();
        institutions.terminals().forEach(terminal -> rows.put(terminal.kit().name(), terminal.id()));
        return rows;
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
