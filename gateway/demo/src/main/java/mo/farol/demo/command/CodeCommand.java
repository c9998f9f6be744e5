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
import mo.farol.phone.challenge.ChallengeAnswer;
import mo.farol.phone.challenge.ScannedChallenge;
import mo.farol.phone.code.BoundEid;
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
                Usage: ./farol code --resident N [--type eid|clearance] [--answer TEXT] [--png FILE]

                Prints the text of a fresh code, as the phone of demo resident N would show it. It is
                accepted once, for 45 seconds.

                  --resident N   the resident's number, as .farol/demo.json lists them
                  --type TYPE    eid (for institutions) or clearance (for border checkpoints); eid
                  --answer TEXT  the code answers this challenge of a terminal (EIDC1:...), if it is genuine
                                 and not over: to give it is the tap that the phone asks for
                  --png FILE     also draws the QR into this file
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--resident", "--type", "--answer", "--png"), Set.of());
        int n = options.number("--resident", 1, Integer.MAX_VALUE);
        CodeType type = type(options.value("--type").orElse("eid"));
        RunningDemo demo = RunningDemo.in(folder);
        KitResident resident = demo.kit()
                .resident(n)
                .orElseThrow(() -> new UsageError("no phone of the demo holds the e-ID of a resident " + n));
        Crypto crypto = Crypto.preferred().crypto();
        BoundEid eid = new KitPhones(crypto).eid(resident);
        DemoJob job = new DemoJob(folder);
        String code = options.value("--answer").isPresent()
                ? answer(job.challenged(demo.kit(), crypto, Clock.systemUTC())
                        .answer(eid, type, options.required("--answer"), challenge -> true))
                : job.phone(demo.kit(), crypto, Clock.systemUTC()).code(eid, type);
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

    private static String answer(ChallengeAnswer answer) throws PlainFailure {
        return switch (answer) {
            case ChallengeAnswer.Code code -> code.text();
            case ChallengeAnswer.Declined declined -> throw new PlainFailure("the phone's owner declined");
            case ChallengeAnswer.NotAnswered not ->
                throw new PlainFailure(
                        switch (not.why()) {
                            case ScannedChallenge.NotAChallenge no -> "that is not the text of a terminal's challenge";
                            case ScannedChallenge.UnknownKey key -> "no published key signed that challenge";
                            case ScannedChallenge.BadlySigned bad -> "the gateway did not sign that challenge";
                            case ScannedChallenge.Expired expired ->
                                "that challenge expired " + expired.since().toSeconds() + " s ago";
                        });
        };
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
