package mo.farol.demo.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import mo.farol.demo.people.People;
import mo.farol.demo.seed.InstitutionSeeder;
import mo.farol.demo.seed.KitCatalogue;
import mo.farol.demo.seed.ResidentSeeder;
import mo.farol.demo.seed.SeededInstitutions;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoStore;
import mo.farol.phone.kit.PerfKit;

/** Provisions synthetic residents and terminals for load tests. */
final class PerfKitCommand implements Command {
    private static final int MOST = 1_000_000;
    private static final int BLOCKS = 2_000;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final StateFolder folder;
    private final PrintStream out;

    PerfKitCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "perf-kit";
    }

    @Override
    public String summary() {
        return "Enter synthetic residents and terminals for load tests, write their keys to a file";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol perf-kit --residents N --out FILE [--config FILE]

                Enters N synthetic residents with a phone each, and terminals, into the running demo, or
                into the deployment of a gateway's configuration file, and writes all that a load test
                needs to FILE, readable by its owner only. For now it enters them through the store, so it
                needs the configuration with the store's password; refused unless that says synthetic: true.

                  --residents N   1 to 1000000
                  --out FILE      the kit: gateways, terminals' and phones' private keys
                  --config FILE   a gateway's configuration; without it, that of the running demo
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--residents", "--out", "--config"), Set.of());
        int residents = options.number("--residents", 1, MOST);
        Path kit = Path.of(options.required("--out")).toAbsolutePath();
        if (Files.isDirectory(kit) || !Files.isDirectory(kit.resolveSibling("."))) {
            throw new PlainFailure("cannot write a kit to " + kit);
        }
        Target target = Target.of(options.value("--config").map(Path::of), folder);
        String name = "kit" + Long.toString(System.currentTimeMillis() / 1000, 36);
        try (DemoStore store = DemoStore.open(target.store())) {
            provision(store, target, name, residents).write(kit);
        } catch (Waiting.StoreFailed e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
        out.println(residents + " residents entered; " + kit);
        return 0;
    }

    private static PerfKit provision(DemoStore store, Target target, String name, int residents)
            throws Waiting.StoreFailed, InterruptedException {
        SeededInstitutions institutions = new InstitutionSeeder(store.registry()).enter(KitCatalogue.named(name));
        People people = new People(System.nanoTime(), LocalDate.now(MACAU));
        // Numbers of their own: blocks far apart, so that two kits hardly ever meet; the store refuses if they do.
        int first = 1_000 + new SecureRandom().nextInt(BLOCKS) * (MOST / BLOCKS);
        return new PerfKit(
                target.gateways(),
                target.config().issuer(),
                institutions.terminals().stream().map(SeededTerminal::kit).toList(),
                new ResidentSeeder(store.registry(), people).enter(first, residents));
    }
}
