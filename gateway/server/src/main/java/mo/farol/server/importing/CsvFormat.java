package mo.farol.server.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.core.civilregistry.Column;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RowKind;

/**
 * CSV (RFC 4180) with a header, of which follows what kind its rows are. A record is one line: no value of ours has a
 * line break, so a lost quote costs its own line and not the rest of the file.
 */
final class CsvFormat implements RowFormat {
    private static final ObjectReader RECORDS =
            new CsvMapper().readerFor(String[].class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final RowKind kind;
    private final List<String> columns;

    private CsvFormat(RowKind kind, List<String> columns) {
        this.kind = kind;
        this.columns = columns;
    }

    /** @throws RefusedFile when a column is unknown, is there twice, or is missing; the message repeats no column */
    static CsvFormat withHeader(String header) throws RefusedFile {
        List<String> columns = new ArrayList<>();
        try {
            columns.addAll(List.of(record(header)));
        } catch (BadLine e) {
            throw new RefusedFile("the header is not a CSV record");
        }
        RowKind kind = columns.contains(Column.MINOR_ID_NUMBER.label()) ? RowKind.GUARDIANSHIP : RowKind.RESIDENT;
        for (int i = 0; i < columns.size(); i++) {
            if (Column.of(kind, columns.get(i)).isEmpty()) {
                throw new RefusedFile("column " + (i + 1) + " of the header is not known; " + known(kind));
            }
            if (columns.indexOf(columns.get(i)) < i) {
                throw new RefusedFile("column " + (i + 1) + " of the header is there before");
            }
        }
        List<String> missing = Column.of(kind).stream()
                .filter(Column::isRequired)
                .map(Column::label)
                .filter(label -> !columns.contains(label))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedFile("the header lacks " + String.join(", ", missing));
        }
        return new CsvFormat(kind, columns);
    }

    @Override
    public Row read(String line) throws BadLine {
        String[] cells = record(line);
        if (cells.length != columns.size()) {
            throw new BadLine(Reason.WRONG_COLUMN_COUNT);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            values.put(columns.get(i), cells[i]);
        }
        return new Row(kind, values);
    }

    private static String[] record(String line) throws BadLine {
        try {
            return RECORDS.readValue(line);
        } catch (JsonProcessingException e) {
            // Its message may repeat a part of the line.
            throw new BadLine(Reason.NOT_CSV);
        }
    }

    private static String known(RowKind kind) {
        return "columns of rows of this kind are "
                + Column.of(kind).stream().map(Column::label).collect(Collectors.joining(", "));
    }
}
