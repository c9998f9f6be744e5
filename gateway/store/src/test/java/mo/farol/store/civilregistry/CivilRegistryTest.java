package mo.farol.store.civilregistry;

import static mo.farol.store.civilregistry.RegistryFixture.card;
import static mo.farol.store.civilregistry.RegistryFixture.child;
import static mo.farol.store.civilregistry.RegistryFixture.number;
import static mo.farol.store.civilregistry.RegistryFixture.parent;
import static mo.farol.store.civilregistry.RegistryFixture.resident;
import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.civilregistry.Count;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.RejectedLine;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.Opening;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class CivilRegistryTest {
    private static final IdNumber SOMEBODY = number(1);
    private static final IdNumber CHILD = number(2);

    private final RegistryFixture fixture;

    CivilRegistryTest(TestServer server) throws IOException {
        fixture = new RegistryFixture(TestDatabase.create(server));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Count loaded(RegistryResident... rows) {
        return fixture.load(Pass.RESIDENTS, rows).tally().residents();
    }

    private List<Rejection> rejected(ImportState state) {
        return await(fixture.registry.rejections(state.run(), 0, 100)).stream()
                .map(RejectedLine::rejection)
                .toList();
    }

    private void rejects(RegistryResident row, Reason reason) {
        List<String> before = fixture.everything();
        ImportState state = fixture.load(Pass.RESIDENTS, row);
        assertThat(rejected(state)).containsExactly(Rejection.of(reason));
        assertThat(state.tally().rejected()).isOne();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void sealsWhatItAddsSoThatVerificationsAndNoticesCanOpenIt() throws IOException, SQLException {
        RegistryResident row = new RegistryResident(
                SOMEBODY,
                resident(
                                SOMEBODY,
                                Map.of(Field.SURNAME_ZH, "𠮷", Field.GIVEN_NAMES_ZH, ""),
                                card(CardStatus.REPORTED_LOST, 3))
                        .fields(),
                card(CardStatus.REPORTED_LOST, 3),
                true,
                PreferredLanguage.PT,
                "somebody@mail.example");
        assertThat(loaded(row)).isEqualTo(new Count(1, 0, 0));

        AtRestKeys keys = AtRestKeys.load(
                fixture.database.config().keyStore(), fixture.database.config().keyStorePassword());
        long id = fixture.id(SOMEBODY);
        byte[] wrapped = bytes("SELECT wrapped_key FROM resident");
        byte[] surname = bytes("SELECT sealed FROM resident_field WHERE field = " + Field.SURNAME_ZH.bit());
        byte[] email = bytes("SELECT sealed_email FROM contact WHERE language = 2");
        assertThat(new Opening(keys, 1).field(id, wrapped, Field.SURNAME_ZH, surname))
                .contains("𠮷");
        assertThat(new SealedTexts(keys, new SecureRandom(), 1).open(id, wrapped, SealedText.EMAIL, email))
                .contains("somebody@mail.example");
        assertThat(stored("SELECT count(*) FROM resident_field")).isEqualTo(5);
        assertThat(stored("SELECT count(*) FROM resident WHERE multiple")).isOne();
        assertThat(stored("SELECT count(*) FROM card WHERE status = 4 AND sequence = 3 AND expires = '2030-03-01'"))
                .isOne();
        for (String personal : List.of("d'Eça", "𠮷", "somebody@mail.example", SOMEBODY.value(), "1990-02-28")) {
            String hex = HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8));
            assertThat(fixture.everything()).noneMatch(stored -> stored.contains(personal) || stored.contains(hex));
        }
    }

    @Test
    void writesNothingForARowThatIsThereAlready() {
        RegistryResident row = new RegistryResident(
                SOMEBODY,
                resident(SOMEBODY).fields(),
                card(CardStatus.IN_FORCE, 1),
                false,
                PreferredLanguage.EN,
                "a@b.example");
        loaded(row);
        fixture.bind(SOMEBODY);
        List<String> before = fixture.everything();
        assertThat(loaded(row)).isEqualTo(new Count(0, 0, 1));
        assertThat(loaded(resident(SOMEBODY))).isEqualTo(new Count(0, 0, 1));
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void resealsOnlyWhatChangedAndKeepsKeyHandleAndBinding() {
        loaded(resident(SOMEBODY, Map.of(Field.PHOTO, "cGhvdG8="), card(CardStatus.IN_FORCE, 1)));
        fixture.bind(SOMEBODY);
        List<String> before = fixture.everything();
        RegistryResident renamed = resident(SOMEBODY, Map.of(Field.SURNAME_PT, "Simões"), card(CardStatus.IN_FORCE, 1));
        assertThat(loaded(renamed)).isEqualTo(new Count(0, 1, 0));
        List<String> changed = fixture.everything();
        assertThat(changed).hasSameSizeAs(before);
        changed.removeAll(before);
        assertThat(changed)
                .singleElement()
                .asString()
                .startsWith("resident_field|")
                .contains("|2|");
        assertThat(loaded(renamed)).isEqualTo(new Count(0, 0, 1));
    }

    @Test
    void keepsAPhotoOfWhichNothingIsSaidAndDropsOneThatIsSaidToBeNone() {
        String photos = "SELECT count(*) FROM resident_field WHERE field = 12";
        loaded(resident(SOMEBODY, Map.of(Field.PHOTO, "cGhvdG8="), card(CardStatus.IN_FORCE, 1)));
        assertThat(loaded(resident(SOMEBODY))).isEqualTo(new Count(0, 0, 1));
        assertThat(stored(photos)).isOne();
        // Of the same length, so that only its content tells them apart.
        assertThat(loaded(resident(SOMEBODY, Map.of(Field.PHOTO, "cGhvdGE="), card(CardStatus.IN_FORCE, 1))))
                .isEqualTo(new Count(0, 1, 0));
        assertThat(loaded(resident(SOMEBODY, Map.of(Field.PHOTO, "bG9uZ2VyIHBob3Rv"), card(CardStatus.IN_FORCE, 1))))
                .isEqualTo(new Count(0, 1, 0));
        assertThat(loaded(resident(SOMEBODY, Map.of(Field.PHOTO, ""), card(CardStatus.IN_FORCE, 1))))
                .isEqualTo(new Count(0, 1, 0));
        assertThat(stored(photos)).isZero();
    }

    @Test
    void changesAnAddressALanguageAndTheMarkOfATwin() {
        loaded(resident(SOMEBODY));
        assertThat(stored("SELECT count(*) FROM contact WHERE language = 1 AND sealed_email IS NULL"))
                .isOne();
        Map<Field, String> fields = resident(SOMEBODY).fields();
        var card = card(CardStatus.IN_FORCE, 1);
        assertThat(loaded(new RegistryResident(SOMEBODY, fields, card, true, PreferredLanguage.EN, "a@b.example")))
                .isEqualTo(new Count(0, 1, 0));
        assertThat(stored("SELECT count(*) FROM contact, resident WHERE multiple AND language = 3"
                        + " AND sealed_email IS NOT NULL"))
                .isOne();
        assertThat(loaded(new RegistryResident(SOMEBODY, fields, card, null, null, "")))
                .isEqualTo(new Count(0, 1, 0));
        assertThat(stored("SELECT count(*) FROM contact WHERE language = 3 AND sealed_email IS NULL"))
                .isOne();
    }

    @Test
    void bringsNoCancelledCardBackWithoutAHigherSequence() {
        loaded(resident(SOMEBODY, Map.of(), card(CardStatus.CANCELLED, 5)));
        rejects(resident(SOMEBODY, Map.of(Field.SURNAME_PT, "Old"), card(CardStatus.IN_FORCE, 4)), Reason.OUT_OF_DATE);
        rejects(resident(SOMEBODY, Map.of(), card(CardStatus.IN_FORCE, 5)), Reason.OUT_OF_DATE);
        assertThat(loaded(resident(SOMEBODY, Map.of(), card(CardStatus.IN_FORCE, 6))))
                .isEqualTo(new Count(0, 1, 0));
    }

    @Test
    void neverUnbindsAndNeverRaisesTheDead() {
        loaded(resident(SOMEBODY), resident(CHILD));
        fixture.bind(SOMEBODY);
        rejects(resident(SOMEBODY, Map.of(), card(CardStatus.CANCELLED, 2)), Reason.EVENT_NEEDED);
        fixture.database.execute("UPDATE card SET dead = true, status = 2 WHERE resident = " + fixture.id(CHILD));
        rejects(resident(CHILD, Map.of(), card(CardStatus.IN_FORCE, 9)), Reason.DECEASED);
    }

    @Test
    void entersGuardianshipsAndRejectsThoseThatCannotBe() {
        loaded(resident(SOMEBODY), child(CHILD), child(number(3)));
        ImportState state = fixture.load(
                Pass.GUARDIANSHIPS,
                parent(CHILD, SOMEBODY, true, 1),
                parent(CHILD, number(99), true, 1),
                parent(number(99), SOMEBODY, true, 1),
                parent(CHILD, number(3), true, 1),
                parent(number(3), CHILD, true, 1),
                parent(SOMEBODY, CHILD, true, 1));
        assertThat(state.tally().guardianships()).isEqualTo(new Count(1, 0, 0));
        assertThat(rejected(state))
                .extracting(Rejection::reason)
                .containsExactly(
                        Reason.GUARDIAN_UNKNOWN,
                        Reason.MINOR_UNKNOWN,
                        Reason.GUARDIAN_IS_MINOR,
                        Reason.GUARDIAN_IS_MINOR,
                        Reason.NOT_A_MINOR);
        assertThat(stored("SELECT count(*) FROM guardianship")).isOne();
    }

    @Test
    void bringsNoWithdrawnAuthorityBackWithoutAHigherSequence() {
        loaded(resident(SOMEBODY), child(CHILD));
        fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, true, 1));
        assertThat(fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, false, 2))
                        .tally()
                        .guardianships())
                .isEqualTo(new Count(0, 1, 0));
        ImportState late = fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, true, 1));
        assertThat(rejected(late)).containsExactly(Rejection.of(Reason.OUT_OF_DATE));
        assertThat(stored("SELECT count(*) FROM guardianship WHERE in_force")).isZero();
        assertThat(fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, false, 2))
                        .tally()
                        .guardianships())
                .isEqualTo(new Count(0, 0, 1));
    }

    @Test
    void leavesTheAuthorityOverABoundMinorToEvents() {
        loaded(resident(SOMEBODY), child(CHILD), resident(number(3)));
        fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, true, 1));
        fixture.bind(CHILD);
        ImportState state =
                fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, false, 2), parent(CHILD, number(3), true, 1));
        assertThat(rejected(state))
                .containsExactly(Rejection.of(Reason.EVENT_NEEDED), Rejection.of(Reason.EVENT_NEEDED));
        assertThat(fixture.load(Pass.GUARDIANSHIPS, parent(CHILD, SOMEBODY, true, 1))
                        .tally()
                        .guardianships())
                .isEqualTo(new Count(0, 0, 1));
    }

    private long stored(String sql) {
        return fixture.database.number(sql);
    }

    private byte[] bytes(String sql) throws SQLException {
        try (Connection connection = fixture.database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return Optional.ofNullable(rows.getBytes(1)).orElseThrow();
        }
    }
}
