package mo.farol.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program and its arguments.
 *
 * @param environment what is added to this process's own
 */
public record CommandLine(List<String> words, Map<String, String> environment) {
    private static final int SAID = 400;

    public CommandLine {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static CommandLine of(String... words) {
        return new CommandLine(List.of(words), Map.of());
    }

    /** This one, run by {@code other}, which takes a command as its last arguments. */
    public CommandLine by(String... other) {
        List<String> whole = new ArrayList<>(List.of(other));
        whole.addAll(words);
        return new CommandLine(whole, environment);
    }

    public CommandLine with(Map<String, String> variables) {
        return new CommandLine(words, variables);
    }

    /**
     * Runs to its end.
     *
     * @return what it printed, errors included
     * @throws IOException when it ended with another status than 0; the message has the end of what it printed
     */
    public String run() throws IOException, InterruptedException {
        Process process = builder().redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(words.getFirst() + " ended with status " + status + ": " + tail(printed));
            }
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String tail(String printed) {
        return printed.substring(Math.max(0, printed.length() - SAID)).replace('\n', ' ');
    }

    /** Runs on; what it prints is appended to the file. */
    public Process start(Path log) throws IOException {
        return builder()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        return builder;
    }
}
