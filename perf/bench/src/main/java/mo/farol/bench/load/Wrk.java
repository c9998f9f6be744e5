package mo.farol.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;

/**
 * wrk, in a closed loop: each connection asks again when it was answered.
 *
 * @param script {@code load.lua}
 * @param folder where what it prints goes
 */
public record Wrk(Path program, Path script, Path folder, Children children) {
    /** In every step the same, so that batches are as large. */
    public static final int CONNECTIONS = 32;

    private static final Duration START = Duration.ofSeconds(60);
    private static final int SLOWEST_PER_SECOND = 50;

    /** Asks everything, to the last answer. */
    public Tally run(Questions questions) throws IOException, InterruptedException {
        return start(questions, CONNECTIONS).await();
    }

    /** Begins to ask; for loads beside each other. */
    public Running start(Questions questions, int connections) throws IOException {
        Path log = Files.createTempFile(folder, "wrk", ".txt");
        Duration longest = START.plusSeconds(questions.count() / SLOWEST_PER_SECOND);
        Process process = CommandLine.of(
                        program.toString(),
                        "-t1",
                        "-c" + connections,
                        "-d" + longest.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        questions.target().toString())
                .with(questions.settings())
                .start(log);
        return new Running(children.add(process), log, longest);
    }

    /** A load under way. */
    public record Running(Process process, Path log, Duration longest) {
        /** @throws IOException when not every question was answered */
        public Tally await() throws IOException, InterruptedException {
            try {
                boolean ended = process.waitFor(longest.toSeconds() + 5, TimeUnit.SECONDS);
                if (!ended || process.exitValue() != 0) {
                    throw new IOException("wrk did not get all its answers; see " + log);
                }
                Tally tally = Tally.parse(Files.readString(log));
                Files.delete(log);
                return tally;
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
