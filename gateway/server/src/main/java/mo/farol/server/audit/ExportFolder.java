package mo.farol.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.audit.LogSource;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TilePath;
import org.jspecify.annotations.Nullable;

/**
 * A log in a folder: {@code key}, {@code checkpoint}, {@code tile/...} as C2SP tlog-tiles names them, and
 * {@code records.ndjson} with a line for each entry. Not for outsiders: the records are in it.
 */
public final class ExportFolder implements LogSource, AutoCloseable {
    static final String KEY = "key";
    static final String CHECKPOINT = "checkpoint";
    static final String RECORDS = "records.ndjson";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private @Nullable BufferedReader lines;
    private long next;

    public ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** The log's public key as the export brought it. */
    public String key() throws IOException {
        return Files.readString(folder.resolve(KEY));
    }

    @Override
    public Optional<String> checkpoint() throws IOException {
        Path file = folder.resolve(CHECKPOINT);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public Optional<byte[]> tile(TileId id) throws IOException {
        for (int width = TileId.WIDTH; width > 0; width--) {
            Path file = folder.resolve("tile/" + new TilePath(id.level(), id.number(), width).text());
            if (Files.isRegularFile(file)) {
                return Optional.of(Files.readAllBytes(file));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<AuditedEntry> entries(long from, int count) throws IOException {
        BufferedReader reader = at(from);
        List<AuditedEntry> entries = new ArrayList<>();
        while (entries.size() < count) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            entries.add(entry(line));
            next++;
        }
        return entries;
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }

    private BufferedReader at(long from) throws IOException {
        BufferedReader reader = lines;
        if (reader == null || next != from) {
            close();
            reader = Files.newBufferedReader(folder.resolve(RECORDS));
            lines = reader;
            for (next = 0; next < from && reader.readLine() != null; next++) {
                continue;
            }
        }
        return reader;
    }

    static void write(BufferedWriter out, AuditedEntry entry) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("index", entry.index())
                .put("kind", entry.kind().name())
                .put("id", entry.id().toString())
                .put("leaf", Base64.getEncoder().encodeToString(entry.leaf()));
        entry.record().ifPresent(record -> line.put("salt", record.salt()).put("record", record.bytes()));
        out.write(line.toString());
        out.write('\n');
    }

    private static AuditedEntry entry(String line) throws IOException {
        try {
            JsonNode json = JSON.readTree(line);
            EntryKind kind = EntryKind.valueOf(json.path("kind").asText());
            UUID id = UUID.fromString(json.path("id").asText());
            Optional<LoggedRecord> record = json.has("record")
                    ? Optional.of(new LoggedRecord(
                            kind,
                            id,
                            json.path("record").binaryValue(),
                            json.path("salt").binaryValue(),
                            Optional.empty()))
                    : Optional.empty();
            return new AuditedEntry(
                    json.path("index").asLong(-1), kind, id, json.path("leaf").binaryValue(), record);
        } catch (IllegalArgumentException e) {
            throw new IOException(RECORDS + " has a line that is no entry", e);
        }
    }
}
