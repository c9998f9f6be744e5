package mo.farol.server.importing;

import static mo.farol.server.importing.RegistryRows.adult;
import static mo.farol.server.importing.RegistryRows.child;
import static mo.farol.server.importing.RegistryRows.number;
import static mo.farol.server.importing.RegistryRows.parent;
import static mo.farol.server.importing.RegistryRows.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mo.farol.server.command.UsageError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ImportJobTest {
    private static final String CSV_RESIDENTS =
            "id_number,surname_zh,given_names_zh,surname_pt,given_names_pt,sex,birth_date,birthplace,residence_status,"
                    + "first_issue_date,issue_date,expiry_date,card_status,email";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    private ImportCase imports;

    @BeforeEach
    void open() {
        imports = new ImportCase(folder);
        log.start();
        ((Logger) LoggerFactory.getLogger("mo.farol")).addAppender(log);
    }

    @AfterEach
    void close() {
        ((Logger) LoggerFactory.getLogger("mo.farol")).detachAppender(log);
        imports.close();
    }

    private static String csvResident(int n, String born) {
        return number(n) + ",陳,大文,\"Canário, \"\"o\"\" " + n + "\",,M," + born
                + ",A,permanent,2016-01-31,2020-01-31,------,in_force,";
    }

    @Test
    void loadsResidentsAndTheGuardianshipsThatMayComeBeforeThem() throws Exception {
        Path file = imports.file("registry.ndjson", parent(3, 1), adult(1), parent(3, 2), adult(2), child(3));
        assertThat(imports.load(file)).isTrue();
        assertThat(imports.out())
                .contains("residents                3 added, 0 changed, 0 as they were")
                .contains("guardianships            2 added, 0 changed, 0 as they were")
                .contains("rejected                 0, listed in");
        assertThat(imports.count("resident")).isEqualTo(3);
        assertThat(imports.count("guardianship WHERE in_force")).isEqualTo(2);
        assertThat(imports.report(file)).containsExactly("line,reason,about,text");
    }

    @Test
    void changesNothingWhenItIsLoadedAgain() throws Exception {
        Path file = imports.file("registry.ndjson", adult(1), adult(2), child(3), parent(3, 1));
        imports.load(file);
        String stored = "(SELECT xmin::text, resident::text FROM resident_field UNION ALL SELECT xmin::text, id::text"
                + " FROM resident UNION ALL SELECT xmin::text, minor::text FROM guardianship UNION ALL"
                + " SELECT xmin::text, resident::text FROM card UNION ALL SELECT xmin::text, resident::text FROM contact)";
        String digest = "SELECT ('x' || left(md5(string_agg(t::text, ',' ORDER BY t)), 15))::bit(60)::bigint FROM "
                + stored + " t";
        long before = imports.database.number(digest);
        assertThat(imports.load(file)).isTrue();
        assertThat(imports.out()).contains("0 added, 0 changed, 3 as they were", "0 added, 0 changed, 1 as they were");
        assertThat(imports.database.number(digest)).isEqualTo(before);
        assertThat(imports.database.number("SELECT run FROM civil_registry_import"))
                .isEqualTo(2);
    }

    @Test
    void listsEveryRowThatItRejectsAndLoadsAllOthers() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String line : List.of(
                adult(1),
                "{\"kind\":\"resident\",\"surname_pt\":\"Canário",
                adult(1),
                resident(4, "1980-02-30", ""),
                resident(5, "1980-01-31", ",\"Canário\":\"x\""),
                adult(6).replace("\"M\"", "\"Canário\""),
                "x".repeat(10 * 1024 * 1024),
                adult(8).replace("Canário", "\u0000"),
                child(9),
                child(10),
                parent(9, 10),
                parent(10, 9),
                parent(9, 9),
                parent(9, 77),
                parent(77, 1),
                parent(1, 1).replaceFirst("1000001\\(1\\)", number(9)),
                parent(1, 8).replaceFirst("8\\(8\\)", "8(X)"))) {
            lines.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] broken = (adult(18) + "\n").getBytes(StandardCharsets.UTF_8);
        broken[60] = (byte) 0xFF;
        lines.write(broken);
        lines.write(adult(19).getBytes(StandardCharsets.UTF_8));
        Path file = imports.file("registry.jsonl", lines.toByteArray());
        assertThat(imports.load(file)).isFalse();
        assertThat(imports.report(file))
                .extracting(
                        line -> Arrays.asList(line.split(",", 4)).subList(0, 3).toString())
                .containsExactly(
                        "[line, reason, about]",
                        "[2, not_json, ]",
                        "[3, duplicate_number, ]",
                        "[4, bad_date, birth_date]",
                        "[5, unknown_field, field 16]",
                        "[6, bad_value, sex]",
                        "[7, line_too_long, ]",
                        "[8, not_json, ]",
                        "[11, guardian_is_minor, ]",
                        "[12, guardian_is_minor, ]",
                        "[13, self_guardianship, ]",
                        "[14, guardian_unknown, ]",
                        "[15, minor_unknown, ]",
                        "[17, bad_id_number, guardian_id_number]",
                        "[18, not_utf8, ]");
        assertThat(imports.report(file))
                .contains("4,bad_date,birth_date,\"not a date like 1990-12-31 between 1850 and"
                        + " 2200, or a birth in the future\"");
        assertThat(imports.count("resident")).isEqualTo(4);
        assertThat(imports.count("guardianship")).isOne();
        assertThat(imports.out()).contains("rejected                14, listed in");
    }

    @Test
    void printsLogsAndReportsNothingOfAnybody() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int n = 1; n <= 40; n++) {
            lines.add(n % 2 == 0 ? adult(n) : adult(n).replace("\"M\"", "\"Canário\""));
            lines.add(parent(n, 2));
        }
        Path file = imports.file("registry.ndjson", lines.toArray(String[]::new));
        imports.database.execute("ALTER TABLE card ADD CONSTRAINT late CHECK (resident < 10)");
        assertThat(imports.load(file)).isFalse();
        imports.database.execute("ALTER TABLE card DROP CONSTRAINT late");
        String told = imports.err();
        assertThat(told).contains("SQLSTATE 23514");
        imports.load(file);
        told += imports.out() + imports.err() + Files.readString(Path.of(file + ".rejected.csv"));
        told += log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(told).doesNotContain("Can", "陳", "João", "1980", number(2), number(3), "\tat ");
    }

    @Test
    void readsCsvWithAByteOrderMarkPackedOrNot() throws Exception {
        String residents = String.join(
                "\r\n", "\uFEFF" + CSV_RESIDENTS, csvResident(1, "1980-01-31"), csvResident(2, "2016-01-31"), "");
        assertThat(imports.load(imports.file("residents.csv.gz", residents.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        Path guardianships = imports.file(
                "guardianships.CSV",
                "relation,minor_id_number,guardian_id_number,in_force",
                "guardian," + number(2) + "," + number(1) + ",",
                "guardian," + number(2) + ",\"" + number(1) + ",");
        assertThat(imports.load(guardianships)).isFalse();
        assertThat(imports.report(guardianships)).last().asString().startsWith("3,not_csv,,");
        assertThat(imports.count("resident")).isEqualTo(2);
        assertThat(imports.count("guardianship WHERE kind = 2")).isOne();
    }

    @Test
    void refusesACsvFileWhoseHeaderItDoesNotUnderstand() throws Exception {
        Path file = imports.file("residents.csv", CSV_RESIDENTS + ",Canário", csvResident(1, "1980-01-31") + ",x");
        assertThat(imports.load(file)).isFalse();
        assertThat(imports.err())
                .contains("column 15 of the header is not known")
                .doesNotContain("Canário");
        assertThat(imports.count("resident")).isZero();
    }

    @Test
    void keepsWhatItHasOfAFileThatEndsTooEarly() throws Exception {
        String[] rows =
                IntStream.rangeClosed(1, 900).mapToObj(RegistryRows::adult).toArray(String[]::new);
        Path whole = imports.file("registry.ndjson.gz", rows);
        byte[] packed = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(packed, packed.length * 3 / 4));
        assertThat(imports.load(whole)).isFalse();
        assertThat(imports.err()).contains("registry.ndjson.gz: ");
        assertThat(imports.count("resident")).isBetween(BatchSize.FIRST + 0L, 899L);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(imports.load(imports.file("a.ndjson", new byte[0]))).isFalse();
        assertThat(imports.err()).contains("the file is empty");
        assertThat(imports.load(imports.file("a.csv", new byte[0]))).isFalse();
        assertThat(imports.err()).contains("the file is empty");
    }

    @Test
    void refusesOrdersThatItCannotCarryOut() throws IOException {
        Path file = imports.file("a.ndjson", adult(1));
        for (String order : List.of(
                "",
                "--config c",
                "%s",
                "%s --config",
                "%s %s --config c",
                "%s --config c --rapid",
                "%s --config c --report %s",
                "%s --config c --report " + folder,
                "%s --config c --report " + folder.resolve("gone/report.csv"),
                folder + " --config c",
                folder.resolve("gone.ndjson") + " --config c",
                folder.resolve("a.xml") + " --config c")) {
            List<String> words = order.isEmpty()
                    ? List.of()
                    : List.of(order.replace("%s", file.toString()).split(" "));
            assertThatThrownBy(() -> ImportOrder.read(words)).as(order).isInstanceOf(UsageError.class);
        }
    }

    @Test
    void takesItsOptionsInAnyOrder() throws Exception {
        Path file = imports.file("a.ndjson", adult(1));
        ImportOrder order = ImportOrder.read(List.of("--restart", "--config", "c", file.toString()));
        assertThat(order).isEqualTo(new ImportOrder(file, Path.of("c"), Path.of(file + ".rejected.csv"), true));
    }
}
