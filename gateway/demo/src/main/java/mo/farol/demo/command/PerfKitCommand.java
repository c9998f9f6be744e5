package mo.farol.demo.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.demo.cast.SyntheticBatches;
import mo.farol.demo.kit.KitMaker;
import mo.farol.demo.kit.KitTarget;
import mo.farol.demo.people.People;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;

/** Provisions synthetic residents, their phones and terminals for load tests, through a deployment's public APIs. */
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
                Usage: ./farol perf-kit --residents N --out FILE [--target FILE]

                Enters N synthetic residents and eight terminals through the operator API, binds a phone for
                each resident through the resident API, and writes all that a load test needs to FILE,
                readable by its owner only. Refused unless the target's gateways say synthetic: true.

                  --residents N   1 to 1000000
                  --out FILE      the kit: gateways, terminals' and phones' private keys
                  --target FILE   describes the deployment, as .farol/target.json does: gateways, issuer,
                                  sign-in stand-in, institution, means, purposes; without it, the running demo
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--residents", "--out", "--target"), Set.of());
        int residents = options.number("--residents", 1, MOST);
        Path kit = Path.of(options.required("--out")).toAbsolutePath();
        if (Files.isDirectory(kit) || !Files.isDirectory(kit.resolveSibling("."))) {
            throw new PlainFailure("cannot write a kit to " + kit);
        }
        KitTarget target = target(options.value("--target").map(Path::of));
        String name = "kit" + Long.toString(System.currentTimeMillis() / 1000, 36);
        // Numbers of their own: blocks far apart, so that two kits hardly ever meet; the gateway refuses if they do.
        int first = 1_000 + new SecureRandom().nextInt(BLOCKS) * (MOST / BLOCKS);
        try (KitMaker maker = new KitMaker(target, name)) {
            maker.make(new People(System.nanoTime(), LocalDate.now(MACAU)), first, residents)
                    .write(kit);
        } catch (SyntheticBatches.Refused e) {
            throw new PlainFailure(reason(e.code()));
        } catch (IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
        out.println(residents + " residents entered; " + kit);
        return 0;
    }

    private KitTarget target(Optional<Path> file) throws PlainFailure {
        try {
            if (file.isEmpty() && DemoSummary.ofRunning(folder).isEmpty()) {
                throw new PlainFailure("no demo is running here; start one with ./farol demo, or give --target FILE");
            }
            return KitTarget.read(file.orElse(folder.target()));
        } catch (IOException e) {
            throw new PlainFailure(
                    e instanceof NoSuchFileException
                            ? "there is no file " + e.getMessage()
                            : String.valueOf(e.getMessage()));
        }
    }

    private static String reason(String code) {
        return switch (code) {
            case "not_found" -> "refused: the target's gateways do not say synthetic: true";
            case "resident_exists" -> "some of these numbers are taken by an earlier kit; try again";
            default -> "refused: " + code;
        };
    }
}
