package mo.farol.demo.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * What was entered into the demo's database, kept with it. Its release keys are secret, so it never prints.
 *
 * @param version of this file and of the demo's data; another one means: start afresh
 * @param terminals as {@code demo.json} lists them
 * @param residents as {@code demo.json} lists them
 * @param eids e-IDs by the residents' numbers
 * @param accountsAt the sign-in provider at which the residents' accounts were linked
 * @param releaseKeys private JWKs by institution
 */
public record Seeded(
        int version,
        List<DemoSummary.TerminalRow> terminals,
        List<DemoSummary.ResidentRow> residents,
        Map<Integer, UUID> eids,
        URI accountsAt,
        Map<String, String> releaseKeys) {
    /** Rises when the demo's data changes so that older data will not do. */
    public static final int VERSION = 2;

    private static final JsonMapper JSON = new JsonMapper();

    /** @return empty when nothing, or something older, was entered */
    public static Optional<Seeded> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(Files.readAllBytes(file));
        return json.path("version").asInt() == VERSION
                ? Optional.of(JSON.treeToValue(json, Seeded.class))
                : Optional.empty();
    }

    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writeValueAsString(this));
    }

    /** The same, with the accounts linked elsewhere. */
    public Seeded withAccountsAt(URI provider) {
        return new Seeded(version, terminals, residents, eids, provider, releaseKeys);
    }

    @Override
    public String toString() {
        return "Seeded[version=" + version + "]";
    }
}
