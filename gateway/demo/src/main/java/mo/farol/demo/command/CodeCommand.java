package mo.farol.demo.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mo.farol.demo.job.DemoJob;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitResident;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.qr.QrPicture;

/** Prints a fresh code of a demo resident. */
final class CodeCommand implements Command {
    private static final int PIXELS = 400;

    private final StateFolder folder;
    private final PrintStream out;

    CodeCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "code";
    }

    @Override
    public String summary() {
        return "Print a fresh code of a resident of the running demo";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol code --resident N [--type eid|clearance] [--png FILE]

                Prints the text of a fresh code, as the phone of demo resident N would show it. It is
                accepted once, for 45 seconds.

                  --resident N   the resident's number, as .farol/demo.json lists them
                  --type TYPE    eid (for institutions) or clearance (for border checkpoints); eid
                  --png FILE     also draws the QR into this file
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--resident", "--type", "--png"), Set.of());
        int n = options.number("--resident", 1, Integer.MAX_VALUE);
        CodeType type = type(options.value("--type").orElse("eid"));
        RunningDemo demo = RunningDemo.in(folder);
        KitResident resident = demo.kit()
                .resident(n)
                .orElseThrow(() -> new UsageError("no phone of the demo holds the e-ID of a resident " + n));
        Crypto crypto = Crypto.preferred().crypto();
        String code = new DemoJob(folder)
                .phone(demo.kit(), crypto, Clock.systemUTC())
                .code(new KitPhones(crypto).eid(resident), type);
        if (options.value("--png").isPresent()) {
            Path file = Path.of(options.required("--png"));
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent) || Files.isDirectory(file)) {
                throw new PlainFailure("cannot write a picture to " + file);
            }
            Files.write(file, QrPicture.png(code, PIXELS));
        }
        out.println(code);
        return 0;
    }

    private static CodeType type(String label) throws UsageError {
        for (CodeType type : CodeType.values()) {
            if (type.label().equals(label.toLowerCase(Locale.ROOT))) {
                return type;
            }
        }
        throw new UsageError("--type is eid or clearance, not " + label);
    }
}
