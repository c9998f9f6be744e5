package mo.farol.server.proof.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.config.InvalidConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates that are no longer to be believed, by serial number: a file in the form of Google's attestation status
 * list, {@code {"entries": {"<serial, lower-case hex>": {"status": "REVOKED"}}}}. Whatever the status, an entry counts.
 */
final class RevokedSerials {
    private static final Logger LOG = LoggerFactory.getLogger(RevokedSerials.class);
    private static final int LONGEST = 16 * 1024 * 1024;

    private final Optional<Path> file;
    private volatile Set<String> serials;

    private RevokedSerials(Optional<Path> file, Set<String> serials) {
        this.file = file;
        this.serials = serials;
    }

    /** @throws InvalidConfig when there is a file, but no such list in it */
    static RevokedSerials load(Optional<Path> file) throws InvalidConfig {
        try {
            return new RevokedSerials(file, file.isEmpty() ? Set.of() : read(file.get()));
        } catch (IOException | InvalidJson e) {
            throw new InvalidConfig(List.of("attestation.revoked: is not a status list: " + file.get()));
        }
    }

    /** Reads the file anew; what cannot be read leaves the last list in force. Blocks. */
    void reload() {
        if (file.isEmpty()) {
            return;
        }
        try {
            serials = read(file.get());
        } catch (IOException | InvalidJson e) {
            LOG.error("ALARM the list of revoked attestation certificates cannot be read: {}", file.get());
        }
    }

    boolean has(ChainCertificate certificate) {
        return serials.contains(certificate.serial());
    }

    private static Set<String> read(Path file) throws IOException, InvalidJson {
        JsonNode entries = StrictJson.read(bytes(file), JsonNode.class).path("entries");
        if (!entries.isObject()) {
            throw new InvalidJson();
        }
        Set<String> serials = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            if (!entry.getKey().matches("[0-9a-f]{1,64}") || !entry.getValue().isObject()) {
                throw new InvalidJson();
            }
            serials.add(entry.getKey().replaceFirst("^0+(?=.)", ""));
        }
        return serials;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("the list is too long");
            }
            return bytes;
        }
    }
}
