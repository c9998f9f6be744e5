package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program and its arguments. */
record CommandLine(List<String> words, Map<String, String> environment) {
    CommandLine {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    static CommandLine of(String... words) {
        return new CommandLine(List.of(words), Map.of());
    }

    /** This one, run by {@code other}, which takes a command as its last arguments. */
    CommandLine by(String... other) {
        List<String> whole = new ArrayList<>(List.of(other));
        whole.addAll(words);
        return new CommandLine(whole, environment);
    }

    CommandLine with(Map<String, String> variables) {
        return new CommandLine(words, variables);
    }

    /**
     * Runs to its end.
     *
     * @return what it printed
     * @throws IOException when it ended with another status than 0; the message has what it printed
     */
    String run() throws IOException, InterruptedException {
        Process process = builder().redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", words) + ": status " + status + ": " + printed);
        }
        return printed;
    }

    /** Runs on; what it prints is appended to the file. */
    Process start(Path log) throws IOException {
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
