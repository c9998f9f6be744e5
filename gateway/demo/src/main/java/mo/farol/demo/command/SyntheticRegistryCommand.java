package mo.farol.demo.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import mo.farol.demo.registry.SyntheticRegistry;

/** Writes a file of invented residents for the import. */
final class SyntheticRegistryCommand implements Command {
    private static final int MOST = 3_000_000;
    private static final int BUFFER = 256 * 1024;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final PrintStream out;

    SyntheticRegistryCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "synthetic-registry";
    }

    @Override
    public String summary() {
        return "Write a file of invented residents and guardianships for the import";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol synthetic-registry --residents N --out FILE [--photos none|tiny] [--seed N]

                Writes N invented residents and the parents and guardians of the minors among them, as
                ./farol import reads them. The same seed on the same day gives the same file.

                  --residents N   1 to 3000000
                  --out FILE      ends in .ndjson or .jsonl, or that and .gz
                  --photos KIND   none, or tiny: a patch of colours of some 200 bytes for everybody (none)
                  --seed N        tells one population from another (1)
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageError, PlainFailure {
        Options options = Options.parse(arguments, Set.of("--residents", "--out", "--photos", "--seed"), Set.of());
        int residents = options.number("--residents", 1, MOST);
        Path file = Path.of(options.required("--out"));
        if (!SyntheticRegistry.canWrite(file.toString())) {
            throw new UsageError("--out must end in .ndjson or .jsonl, or that and .gz");
        }
        String photos = options.value("--photos").orElse("none");
        if (!Set.of("none", "tiny").contains(photos)) {
            throw new UsageError("--photos must be none or tiny");
        }
        int seed = options.number("--seed", options.value("--seed").orElse("1"), 0, 999_999_999);
        SyntheticRegistry registry = new SyntheticRegistry(seed, LocalDate.now(MACAU), photos.equals("tiny"));
        try (OutputStream into = open(file)) {
            int guardianships = registry.write(residents, into);
            out.println(residents + " residents and " + guardianships + " guardianships; " + file);
            return 0;
        } catch (IOException e) {
            throw new PlainFailure("cannot write " + file);
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream plain = Files.newOutputStream(file);
        return new BufferedOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER) : plain, BUFFER);
    }
}
