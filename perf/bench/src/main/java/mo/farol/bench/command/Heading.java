package mo.farol.bench.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import mo.farol.bench.goal.Sizes;

/** What stands above a table that is kept: when, on what, with how much. */
final class Heading {
    private static final String MODEL = "model name";

    private Heading() {}

    static String of(Options options, Clock clock) throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        String processor = Files.isReadable(file) ? processor(Files.readAllLines(file)) : "an unknown processor";
        Sizes sizes = options.sizes();
        return "# " + LocalDate.now(clock) + ": ./farol bench\n\n"
                + Runtime.getRuntime().availableProcessors() + " cores of " + processor + ", "
                + System.getProperty("os.name") + ", Java " + Runtime.version().feature() + "; "
                + sizes.pairs() + " pairs, " + sizes.count() + " requests a step, goals "
                + options.only().stream().map(Enum::name).collect(Collectors.joining(",")) + ".\n";
    }

    static String processor(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith(MODEL))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("an unknown processor");
    }
}
