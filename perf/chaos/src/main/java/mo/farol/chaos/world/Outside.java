package mo.farol.chaos.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The stand-ins, for people to sign in: a process at a place of its own, which no fault touches. */
final class Outside {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path sections;
    private final Path log;

    private Outside(Process process, Path sections, Path log) {
        this.process = process;
        this.sections = sections;
        this.log = log;
    }

    /** Returns at once. */
    static Outside start(Product product, Place place, String issuer, Path folder, Path log) throws IOException {
        CommandLine command = product.launcher(
                "stand-ins", "--folder", folder.toString(), "--issuer", issuer, "--host", place.address());
        return new Outside(place.inside(command).start(log), folder.resolve("sections.json"), log);
    }

    /** Waits until they answer. @return what a gateway's configuration has to say of them */
    JsonNode sections() throws IOException, InterruptedException {
        Patience.until(STARTS_WITHIN, "the stand-ins start; see " + log, () -> {
            if (!process.isAlive()) {
                throw new IOException("the stand-ins did not start; see " + log);
            }
            return Files.exists(sections);
        });
        return JSON.readTree(Files.readAllBytes(sections));
    }
}
