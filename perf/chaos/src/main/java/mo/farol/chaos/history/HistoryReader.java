package mo.farol.chaos.history;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link HistoryWriter} wrote. */
public final class HistoryReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private HistoryReader() {}

    /** @throws IOException when it cannot be read, or is not a history; the message names the line */
    public static History read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(line(text, file, lines.size() + 1));
            }
        }
        try {
            return new History(lines);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a history: " + e.getMessage(), e);
        }
    }

    private static Line line(String text, Path file, int number) throws IOException {
        try {
            return JSON.readValue(text, Line.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(file + " is not a history: line " + number, e);
        }
    }
}
