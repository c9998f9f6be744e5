package mo.farol.server.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RowKind;
import mo.farol.core.civilregistry.RowReader;

/** One JSON object a line (RFC 8259): names with texts, numbers, {@code true}, {@code false} or {@code null}. */
final class NdjsonFormat implements RowFormat {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(2).build())
            .build();

    @Override
    public Row read(String line) throws BadLine {
        Map<String, String> values = values(line);
        RowKind kind = RowKind.byLabel(values.getOrDefault(RowReader.KIND, ""))
                .orElseThrow(() -> new BadLine(Reason.UNKNOWN_KIND, RowReader.KIND));
        return new Row(kind, values);
    }

    private static Map<String, String> values(String line) throws BadLine {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine(Reason.NOT_JSON);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                String value = value(json);
                if (values.putIfAbsent(name, value) != null) {
                    throw new BadLine(Reason.REPEATED_FIELD, "field " + (values.size() + 1));
                }
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new BadLine(Reason.NOT_JSON);
            }
            return values;
        } catch (IOException e) {
            // Its message may repeat a part of the line.
            throw new BadLine(Reason.NOT_JSON);
        }
    }

    private static String value(JsonParser json) throws IOException, BadLine {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token == null || !token.isScalarValue()) {
            throw new BadLine(Reason.NESTED_VALUE);
        }
        return json.getText();
    }
}
