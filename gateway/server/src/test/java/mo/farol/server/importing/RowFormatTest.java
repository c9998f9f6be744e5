package mo.farol.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import mo.farol.core.civilregistry.Column;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFormatTest {
    private static final String CANARY = "canary-7f3a";
    private static final String GUARDIANSHIPS = "minor_id_number,guardian_id_number,relation";

    private final NdjsonFormat ndjson = new NdjsonFormat();

    private static Rejection refused(RowFormat format, String line) {
        BadLine refused = catchThrowableOfType(BadLine.class, () -> format.read(line));
        assertThat(refused).isNotNull();
        assertThat(refused.toString() + refused.rejection() + refused.getCause())
                .doesNotContain(CANARY);
        return refused.rejection();
    }

    @Test
    void readsAnObjectsTextsNumbersAndFlagsInTheirOrder() throws BadLine {
        Row row = ndjson.read(
                "{\"kind\":\"guardianship\",\"relation\":\"par\\u0065nt\",\"sequence\":12,\"in_force\":false,\"x\":null}");
        assertThat(row.kind()).isEqualTo(RowKind.GUARDIANSHIP);
        assertThat(row.values().toString())
                .isEqualTo("{kind=guardianship, relation=parent, sequence=12, in_force=false, x=}");
        assertThat(row.toString()).isEqualTo("Row[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary-7f3a",
                "{\"a\":\"canary-7f3a\"",
                "{\"a\":\"canary-7f3a\"} x",
                "{\"a\":\"canary-7f3a\"}{}",
                "{'a':'canary-7f3a'}",
                "{\"a\":canary-7f3a}",
                "[\"canary-7f3a\"]",
                "{\"a\":\"canary-7f3a\",}",
                "\"canary-7f3a\"",
                "null"
            })
    void rejectsWhatIsNotOneJsonObjectAndRepeatsNothingOfIt(String line) {
        assertThat(refused(ndjson, line)).isEqualTo(Rejection.of(Reason.NOT_JSON));
    }

    @Test
    void rejectsListsObjectsRepeatedNamesAndUnknownKinds() {
        assertThat(refused(ndjson, "{\"kind\":\"resident\",\"a\":[\"canary-7f3a\"]}")
                        .reason())
                .isEqualTo(Reason.NESTED_VALUE);
        assertThat(refused(ndjson, "{\"kind\":\"resident\",\"a\":{\"b\":{\"c\":{}}}}")
                        .reason())
                .isEqualTo(Reason.NESTED_VALUE);
        assertThat(refused(ndjson, "{\"kind\":\"resident\",\"canary-7f3a\":1,\"canary-7f3a\":2}"))
                .isEqualTo(new Rejection(Reason.REPEATED_FIELD, "field 3"));
        assertThat(refused(ndjson, "{\"kind\":\"canary-7f3a\"}")).isEqualTo(new Rejection(Reason.UNKNOWN_KIND, "kind"));
        assertThat(refused(ndjson, "{}")).isEqualTo(new Rejection(Reason.UNKNOWN_KIND, "kind"));
    }

    @Test
    void readsCsvAsRfc4180HasIt() throws Exception {
        CsvFormat csv = CsvFormat.withHeader(GUARDIANSHIPS + ",\"in_force\"");
        Row row = csv.read("\"5000001(1)\",\"quote \"\" and comma ,\",,");
        assertThat(row.kind()).isEqualTo(RowKind.GUARDIANSHIP);
        assertThat(row.values().values()).containsExactly("5000001(1)", "quote \" and comma ,", "", "");
        assertThat(row.values().keySet()).startsWith("minor_id_number").endsWith("in_force");
    }

    @Test
    void rejectsCsvRowsOfAnotherWidthOrWithALostQuote() throws Exception {
        CsvFormat csv = CsvFormat.withHeader(GUARDIANSHIPS);
        assertThat(refused(csv, "canary-7f3a,b").reason()).isEqualTo(Reason.WRONG_COLUMN_COUNT);
        assertThat(refused(csv, "canary-7f3a,b,c,d").reason()).isEqualTo(Reason.WRONG_COLUMN_COUNT);
        assertThat(refused(csv, "a,b,\"canary-7f3a").reason()).isEqualTo(Reason.NOT_CSV);
        assertThat(refused(csv, "a,\"canary-7f3a\"b,c").reason()).isEqualTo(Reason.NOT_CSV);
        assertThat(refused(csv, "a,b\rcanary-7f3a,c").reason()).isEqualTo(Reason.NOT_CSV);
    }

    @Test
    void tellsTheKindByTheHeader() throws Exception {
        String residents = Column.of(RowKind.RESIDENT).stream()
                .filter(Column::isRequired)
                .map(Column::label)
                .collect(Collectors.joining(","));
        assertThat(CsvFormat.withHeader(residents)
                        .read("a,b,c,d,e,f,g,h,i,j,k,l,m")
                        .kind())
                .isEqualTo(RowKind.RESIDENT);
    }

    @Test
    void refusesAHeaderThatItDoesNotUnderstandAndRepeatsNothingOfIt() {
        for (String header : List.of(
                GUARDIANSHIPS + ",canary-7f3a",
                "canary-7f3a,CHAN TAI MAN",
                "\"canary-7f3a",
                "",
                GUARDIANSHIPS + ",relation",
                "minor_id_number,relation")) {
            assertThatThrownBy(() -> CsvFormat.withHeader(header))
                    .isInstanceOf(RefusedFile.class)
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("CHAN");
        }
        assertThatThrownBy(() -> CsvFormat.withHeader(GUARDIANSHIPS + ",name"))
                .hasMessageContaining("column 4 of the header is not known");
        assertThatThrownBy(() -> CsvFormat.withHeader("minor_id_number,relation"))
                .hasMessage("the header lacks guardian_id_number");
    }
}
