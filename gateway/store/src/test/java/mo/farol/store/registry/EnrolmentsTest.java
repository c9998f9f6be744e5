package mo.farol.store.registry;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.OperatorAct;
import mo.farol.core.registry.OperatorActKind;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.core.registry.Registry;
import mo.farol.core.registry.ResidentEntry;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Standing;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnrolmentsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static Store store;
    private static Registry registry;
    private static long bank;
    private static long scanner;

    @BeforeAll
    static void open() {
        store = await(Store.open(VERTX, DATABASE.config()));
        registry = store.registry();
        bank = await(registry.addInstitution(new NewInstitution("B bank", null)));
        await(registry.addInstitution(new NewInstitution("A clinic", null)));
        scanner = await(registry.addMeans("Scanner 1.0"));
        for (String name : List.of("t-2", "t-1", "t-3")) {
            await(registry.addTerminal(new NewTerminal(bank, scanner, name, "{}", null)));
        }
    }

    @AfterAll
    static void close() {
        await(store.close());
        await(VERTX.close());
        DATABASE.close();
    }

    @Test
    void findsATerminalWithWhatItBelongsTo() {
        RegisteredTerminal found = await(registry.terminal("t-1")).orElseThrow();

        assertThat(found.institution()).isEqualTo(new RegisteredName(bank, "B bank", false));
        assertThat(found.means()).isEqualTo(new RegisteredName(scanner, "Scanner 1.0", false));
        assertThat(found.publicJwk()).isEqualTo("{}");
        assertThat(found.certificateSha256()).isNull();
        assertThat(await(registry.terminal("t-9"))).isEmpty();
    }

    @Test
    void listsInTheOrderOfNamesAfterAName() {
        assertThat(await(registry.terminals("", 2)).stream().map(RegisteredTerminal::name))
                .containsExactly("t-1", "t-2");
        assertThat(await(registry.terminals("t-2", 2)).stream().map(RegisteredTerminal::name))
                .containsExactly("t-3");
        assertThat(await(registry.institutions("", 10)).stream().map(RegisteredName::name))
                .containsExactly("A clinic", "B bank");
        assertThat(await(registry.meansList("Scanner 1.0", 10))).isEmpty();
    }

    @Test
    void findsInstitutionsAndMeansByNameAndByRow() {
        assertThat(await(registry.institution("B bank"))).isEqualTo(await(registry.institution(bank)));
        assertThat(await(registry.means("Scanner 1.0"))).isEqualTo(await(registry.means(scanner)));
        assertThat(await(registry.institution("b bank"))).isEmpty();
        assertThat(await(registry.means(999))).isEmpty();
    }

    @Test
    void leavesATakenNameToWhoHasIt() {
        assertThatThrownBy(() -> await(registry.addTerminal(new NewTerminal(bank, scanner, "t-1", "{\"a\":1}", null))))
                .hasCauseInstanceOf(Enrolments.NameTaken.class);
        assertThat(await(registry.terminal("t-1")).orElseThrow().publicJwk()).isEqualTo("{}");
    }

    @Test
    void suspendsAndLetsGoOn() {
        long row = await(registry.terminal("t-3")).orElseThrow().row();
        await(registry.suspendTerminal(row, true));
        assertThat(await(registry.terminal("t-3")).orElseThrow().suspended()).isTrue();
        assertThat(await(store.terminals().byClientId("t-3")).flatMap(EnrolledTerminal::suspended))
                .contains(Standing.TERMINAL_SUSPENDED);
        await(registry.suspendTerminal(row, false));
        assertThat(await(registry.terminal("t-3")).orElseThrow().suspended()).isFalse();
        assertThatThrownBy(() -> await(registry.suspendMeans(999, true))).hasMessageContaining("no such means");
    }

    @Test
    void recordsWhoDidItInTheSameCommitForEver() {
        OperatorCaller officer = new OperatorCaller("officer-a");
        long row = await(registry.addTerminal(new NewTerminal(bank, scanner, "t-recorded", "{}", null), officer));
        await(registry.suspendTerminal(row, true, officer));
        await(registry.suspendInstitution(bank, true, officer));
        await(registry.suspendInstitution(bank, false, officer));
        await(registry.suspendMeans(scanner, true, officer));
        await(registry.suspendMeans(scanner, false, officer));
        await(registry.suspendTerminal(row, false, officer));
        assertThatThrownBy(() ->
                        await(registry.addTerminal(new NewTerminal(bank, scanner, "t-recorded", "{}", null), officer)))
                .hasCauseInstanceOf(Enrolments.NameTaken.class);

        List<OperatorAct> acts = await(store.operatorActs().before(Long.MAX_VALUE, 7));
        assertThat(acts).allMatch(act -> act.operator().equals("officer-a"));
        assertThat(acts.reversed().stream().map(act -> act.kind() + " " + act.object() + " " + act.institution()))
                .containsExactly(
                        "TERMINAL_ENROLLED t-recorded B bank",
                        "TERMINAL_SUSPENDED t-recorded B bank",
                        "INSTITUTION_SUSPENDED B bank null",
                        "INSTITUTION_RESUMED B bank null",
                        "MEANS_SUSPENDED Scanner 1.0 null",
                        "MEANS_RESUMED Scanner 1.0 null",
                        "TERMINAL_RESUMED t-recorded B bank");
        assertThat(await(store.operatorActs().before(acts.get(5).id(), 1))).containsExactly(acts.get(6));
        for (String change : List.of("UPDATE", "DELETE", "TRUNCATE")) {
            assertThat(DATABASE.number("SELECT CASE WHEN has_table_privilege('farol_app', 'farol.operator_act', '"
                            + change + "') THEN 1 ELSE 0 END"))
                    .as(change)
                    .isZero();
        }
    }

    @Test
    void recordsThatNobodyHasANumberAndNotTheNumber() {
        await(store.operatorActs().numberNotFound(new OperatorCaller("officer-b")));
        OperatorAct act = await(store.operatorActs().before(Long.MAX_VALUE, 1)).getFirst();
        assertThat(act.operator()).isEqualTo("officer-b");
        assertThat(act.kind()).isEqualTo(OperatorActKind.NUMBER_NOT_FOUND);
        assertThat(act.object()).isNull();
    }

    @Test
    void namesThoseWhoWereEnteredByTheirHandlesInOrder() {
        List<Long> rows = await(registry.addResidents(List.of(person("5000001(1)"), person("5000002(2)"))));

        List<UUID> handles = await(registry.handles(List.of(rows.get(1), rows.get(0))));

        assertThat(handles).hasSize(2).doesNotHaveDuplicates();
        assertThat(await(registry.handles(rows))).isEqualTo(handles.reversed());
    }

    @Test
    void entersNobodyWhenOneNumberIsTaken() {
        await(registry.addResidents(List.of(person("5000003(3)"))));

        assertThatThrownBy(() -> await(registry.addResidents(List.of(person("5000004(4)"), person("5000003(3)")))))
                .hasCauseInstanceOf(ResidentEntry.NumberTaken.class);
        assertThat(await(registry.findByNumber(new IdNumber("5000004(4)")))).isEmpty();
    }

    private static NewResident person(String number) {
        return new NewResident(Map.of(Field.ID_NUMBER, number), null, false);
    }
}
