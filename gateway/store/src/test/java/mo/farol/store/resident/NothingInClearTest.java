package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town;
import mo.farol.store.testing.Town.Person;
import mo.farol.store.testing.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the very files of all tables, indexes and their overflow, as a thief of the disk would. */
class NothingInClearTest {
    private static final String FILES = """
            SELECT c.relname, pg_read_binary_file(pg_relation_filepath(c.oid)) AS bytes
            FROM pg_class c
            WHERE c.relkind IN ('r', 'i', 't', 'S') AND pg_relation_filepath(c.oid) IS NOT NULL
              AND (c.relnamespace = 'farol'::regnamespace
                   OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE relnamespace = 'farol'::regnamespace))
            """;
    private static final String ISSUER = "https://canary-issuer.example.test";

    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void keepsNothingPersonalReadableOnDisk(TestServer server) throws SQLException {
        try (OpenTown open = new OpenTown(server)) {
            List<String> canaries = live(open);
            List<byte[]> files = files(open);
            assertThat(files).hasSizeGreaterThan(50);
            // What is written in clear is found, so what is not found is not there.
            assertThat(found("a-reason-in-clear", files)).isTrue();
            assertThat(canaries)
                    .hasSizeGreaterThan(10)
                    .filteredOn(canary -> found(canary, files))
                    .isEmpty();
        }
    }

    /** Leaves every kind of personal text in the database, and says which. */
    private static List<String> live(OpenTown open) {
        Town town = open.town();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.ID_NUMBER, "1313131(3)");
        fields.put(Field.SURNAME_ZH, "金絲雀姓");
        fields.put(Field.GIVEN_NAMES_ZH, "金絲雀名");
        fields.put(Field.SURNAME_PT, "CANARY-SURNAME");
        fields.put(Field.GIVEN_NAMES_PT, "CANARY-GIVEN");
        fields.put(Field.BIRTH_DATE, "1977-07-07");
        fields.put(Field.PHOTO, "canary-photo".repeat(500));
        Person person = town.person(fields, false);
        long binding = town.bind(person, "canary-phone-name", "canary-phone-model");
        await(open.store().contacts().set(person.row(), "canary@mail.example.test", PreferredLanguage.EN));
        await(open.store().accounts().link(ISSUER, "canary-subject", person.row()));
        UUID record = town.record(person, binding, town.now(), 1, World.in(open.store(), 4));
        await(open.store().reports().add(person.row(), record, "canary-report: it was not me"));
        town.notice(person, person, NoticeKind.BOUND, town.now());
        UUID attempt = town.uuid7(town.now());
        await(open.store().operatorLookUps().find(person.number(), "op-1", "a-reason-in-clear", attempt));
        List<String> canaries = new ArrayList<>(fields.values());
        canaries.addAll(List.of(
                "1313131",
                "canary-phone-name",
                "canary-phone-model",
                "canary@mail",
                ISSUER,
                "canary-subject",
                "canary-report"));
        return canaries;
    }

    private static List<byte[]> files(OpenTown open) throws SQLException {
        List<byte[]> files = new ArrayList<>();
        try (Connection connection = open.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            try (ResultSet rows = statement.executeQuery(FILES)) {
                while (rows.next()) {
                    files.add(rows.getBytes("bytes"));
                }
            }
        }
        return files;
    }

    private static boolean found(String canary, List<byte[]> files) {
        String needle = new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return files.stream().anyMatch(file -> new String(file, StandardCharsets.ISO_8859_1).contains(needle));
    }
}
