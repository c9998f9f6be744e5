package mo.farol.core.civilregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

    private final RowReader reader = new RowReader(TODAY);

    private static Map<String, String> resident() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("kind", "resident");
        row.put("id_number", "1234567(8)");
        row.put("surname_zh", "𠮷");
        row.put("given_names_zh", "𤧬𨭎");
        row.put("surname_pt", "d'Eça");
        row.put("given_names_pt", "");
        row.put("sex", "F");
        row.put("birth_date", "1990-02-28");
        row.put("birthplace", "A");
        row.put("residence_status", "permanent");
        row.put("first_issue_date", "2006-03-01");
        row.put("issue_date", "2020-03-01");
        row.put("expiry_date", "2030-03-01");
        row.put("card_status", "in_force");
        return row;
    }

    private static Map<String, String> guardianship() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("minor_id_number", "5000001(1)");
        row.put("guardian_id_number", "1234567(8)");
        row.put("relation", "parent");
        return row;
    }

    private Content with(String column, String value) {
        Map<String, String> row = resident();
        row.put(column, value);
        return reader.read(RowKind.RESIDENT, row);
    }

    @Test
    void readsAResidentAndSaysNothingOfWhatTheRowDoesNotSay() {
        assertThat(reader.read(RowKind.RESIDENT, resident())).isInstanceOfSatisfying(RegistryResident.class, read -> {
            assertThat(read.number()).isEqualTo(new IdNumber("1234567(8)"));
            assertThat(read.fields())
                    .hasSize(12)
                    .containsEntry(Field.SURNAME_ZH, "𠮷")
                    .containsEntry(Field.GIVEN_NAMES_PT, "")
                    .containsEntry(Field.EXPIRY_DATE, "2030-03-01")
                    .doesNotContainKey(Field.PHOTO);
            assertThat(read.card()).isEqualTo(new RegistryCard(CardStatus.IN_FORCE, LocalDate.of(2030, 3, 1), 0));
            assertThat(read.multiple()).isNull();
            assertThat(read.language()).isNull();
            assertThat(read.email()).isNull();
        });
    }

    @Test
    void readsEverythingThatARowMaySay() {
        Map<String, String> row = resident();
        String photo = Base64.getEncoder().encodeToString(PNG);
        row.putAll(Map.of("photo", photo, "multiple", "true", "language", "pt", "email", "a.b@mail.example"));
        row.putAll(Map.of("sequence", "7", "expiry_date", "------", "id_number", "1/234567/8"));
        assertThat(reader.read(RowKind.RESIDENT, row)).isInstanceOfSatisfying(RegistryResident.class, read -> {
            assertThat(read.fields())
                    .containsEntry(Field.PHOTO, photo)
                    .containsEntry(Field.EXPIRY_DATE, "------")
                    .containsEntry(Field.ID_NUMBER, "1234567(8)");
            assertThat(read.card()).isEqualTo(new RegistryCard(CardStatus.IN_FORCE, null, 7));
            assertThat(read.multiple()).isTrue();
            assertThat(read.language()).isEqualTo(PreferredLanguage.PT);
            assertThat(read.email()).isEqualTo("a.b@mail.example");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "id_number, 1234567(89), BAD_ID_NUMBER",
        "id_number, 2234567(8), BAD_ID_NUMBER",
        "id_number, '', MISSING_FIELD",
        "surname_pt, '  ', BAD_NAME",
        "sex, X, BAD_VALUE",
        "sex, '', MISSING_FIELD",
        "birth_date, 1990-02-30, BAD_DATE",
        "birth_date, 28/02/1990, BAD_DATE",
        "birth_date, 2026-11-25, BAD_DATE",
        "birth_date, 0090-02-28, BAD_DATE",
        "birth_date, 2007-01-01, DATES_OUT_OF_ORDER",
        "issue_date, 2005-01-01, DATES_OUT_OF_ORDER",
        "expiry_date, 2019-01-01, DATES_OUT_OF_ORDER",
        "expiry_date, -----, BAD_DATE",
        "birthplace, Z, BAD_VALUE",
        "residence_status, temporary, BAD_VALUE",
        "card_status, stolen, BAD_VALUE",
        "sequence, -1, BAD_SEQUENCE",
        "sequence, 1.0, BAD_SEQUENCE",
        "multiple, yes, BAD_VALUE",
        "language, fr, BAD_VALUE",
        "email, nobody, BAD_EMAIL",
        "email, a@b, BAD_EMAIL",
        "email, a@b..example, BAD_EMAIL",
        "email, 'a@b.example,c@d.example', BAD_EMAIL",
        "photo, /9j/, BAD_PHOTO",
        "photo, not base64, BAD_PHOTO",
        "photo, R0lGODlhAQABAAAAACw=, BAD_PHOTO"
    })
    void rejectsAValueAndNamesItsColumn(String column, String value, Reason reason) {
        assertThat(with(column, value)).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.reason()).isEqualTo(reason);
            assertThat(rejection.about()).isEqualTo(reason == Reason.DATES_OUT_OF_ORDER ? null : column);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\uD842", "x\uDFB7"})
    void rejectsNamesThatWouldNotSurvive(String name) {
        assertThat(with("given_names_zh", name)).isEqualTo(new Rejection(Reason.BAD_NAME, "given_names_zh"));
    }

    @Test
    void rejectsAnAddressThatWouldAddAHeader() {
        assertThat(with("email", "a@b.example\r\nBcc: c@d.example"))
                .isEqualTo(new Rejection(Reason.BAD_EMAIL, "email"));
    }

    @Test
    void rejectsNamesAndPhotosThatAreTooLong() {
        assertThat(with("surname_pt", "x".repeat(201))).isEqualTo(new Rejection(Reason.BAD_NAME, "surname_pt"));
        byte[] large = java.util.Arrays.copyOf(PNG, 128 * 1024 + 1);
        assertThat(with("photo", Base64.getEncoder().encodeToString(large)))
                .isEqualTo(new Rejection(Reason.BAD_PHOTO, "photo"));
        byte[] fits = java.util.Arrays.copyOf(PNG, 128 * 1024);
        assertThat(with("photo", Base64.getEncoder().encodeToString(fits))).isInstanceOf(RegistryResident.class);
    }

    @Test
    void rejectsSomebodyWithoutAnyName() {
        Map<String, String> row = resident();
        row.putAll(Map.of("surname_zh", "", "given_names_zh", "", "surname_pt", ""));
        assertThat(reader.read(RowKind.RESIDENT, row)).isEqualTo(Rejection.of(Reason.NO_NAME));
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void rejectsARowWithoutARequiredColumnOnly(Column column) {
        for (RowKind kind : RowKind.values()) {
            if (Column.of(kind).contains(column)) {
                Map<String, String> row = kind == RowKind.RESIDENT ? resident() : guardianship();
                row.remove(column.label());
                Content read = reader.read(kind, row);
                if (column.isRequired()) {
                    assertThat(read).isEqualTo(new Rejection(Reason.MISSING_FIELD, column.label()));
                } else {
                    assertThat(read).isNotInstanceOf(Rejection.class);
                }
            }
        }
    }

    @Test
    void namesAnUnknownFieldByItsPlaceAndNotByItsName() {
        assertThat(with("CHAN TAI MAN", "x")).isEqualTo(new Rejection(Reason.UNKNOWN_FIELD, "field 15"));
        assertThat(with("relation", "parent")).isEqualTo(new Rejection(Reason.UNKNOWN_FIELD, "field 15"));
    }

    @Test
    void readsAGuardianshipThatIsInForceUnlessTheRowSaysOtherwise() {
        assertThat(reader.read(RowKind.GUARDIANSHIP, guardianship()))
                .isEqualTo(new RegistryGuardianship(
                        new IdNumber("5000001(1)"), new IdNumber("1234567(8)"), GuardianKind.PARENT, true, 0));
        Map<String, String> row = guardianship();
        row.putAll(Map.of("in_force", "false", "sequence", "12", "relation", "guardian"));
        assertThat(reader.read(RowKind.GUARDIANSHIP, row))
                .isEqualTo(new RegistryGuardianship(
                        new IdNumber("5000001(1)"), new IdNumber("1234567(8)"), GuardianKind.GUARDIAN, false, 12));
    }

    @Test
    void rejectsAPersonAsTheirOwnGuardian() {
        Map<String, String> row = guardianship();
        row.put("guardian_id_number", "5/000001/1");
        assertThat(reader.read(RowKind.GUARDIANSHIP, row)).isEqualTo(Rejection.of(Reason.SELF_GUARDIANSHIP));
    }

    @Test
    void printsNobody() {
        assertThat(reader.read(RowKind.RESIDENT, resident()).toString()).isEqualTo("RegistryResident[redacted]");
        assertThat(reader.read(RowKind.GUARDIANSHIP, guardianship()).toString())
                .isEqualTo("RegistryGuardianship[redacted]");
    }
}
