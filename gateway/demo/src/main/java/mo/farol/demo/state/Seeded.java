package mo.farol.demo.state;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * What was entered into the demo's database, kept with it. Its release keys are secret, so it never prints.
 *
 * @param version of this file and of the demo's data; another one means: start afresh
 * @param terminalRows rows by terminal name
 * @param terminals as {@code demo.json} lists them
 * @param residents as {@code demo.json} lists them
 * @param releaseKeys private JWKs by institution
 */
public record Seeded(
        int version,
        Map<String, Long> terminalRows,
        List<DemoSummary.TerminalRow> terminals,
        List<DemoSummary.ResidentRow> residents,
        Map<String, String> releaseKeys) {
    /** Rises when the demo's data changes so that older data will not do. */
    public static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    /** @return empty when nothing, or something older, was entered */
    public static Optional<Seeded> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(Files.readAllBytes(file), Seeded.class))
                .filter(seeded -> seeded.version() == VERSION);
    }

    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writeValueAsString(this));
    }

    @Override
    public String toString() {
        return "Seeded[version=" + version + "]";
    }
}
