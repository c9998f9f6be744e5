package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class StandingTest extends RedeemingCase {
    StandingTest(TestServer server) {
        super(server);
    }

    @Test
    void repeatsTheAnswerOfAnHonestRetryOnAnyNodeAndAlsoLate() {
        RedemptionKey code = world.code(person);
        Redemption first = world.redemption(person, code, world.circumstances(world.terminal(), 5));
        Decision.Accepted accepted = (Decision.Accepted) node.redeem(first);
        Circumstances again = world.circumstances(world.terminal(), 5);
        Redemption late = new Redemption(code, person.key().sha256(), true, again);
        for (Decision retry : List.of(
                node.redeem(world.redemption(person, code, again)),
                other.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 5))),
                other.redeem(late))) {
            assertThat(retry).isInstanceOfSatisfying(Decision.AcceptedBefore.class, before -> {
                assertThat(before.entry().id()).isEqualTo(accepted.entry().id());
                assertThat(before.entry().leafHash()).isEqualTo(accepted.entry().leafHash());
                assertThat(before.entry().at()).isEqualTo(accepted.entry().at());
                assertThat(before.values().get(Field.HANDLE))
                        .isEqualTo(accepted.values().get(Field.HANDLE));
                assertThat(before.values().fields()).isEqualTo(accepted.values().fields());
            });
        }
        assertThat(database.number("SELECT count(*) FROM access_record")).isOne();
    }

    @Test
    void refusesARetryThatIsNotHonest() {
        RedemptionKey code = world.code(person);
        node.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 5)));
        TerminalIdentity stranger = world.addTerminal("stranger");
        refused(node.redeem(world.redemption(person, code, world.circumstances(stranger, 5))), Refusal.ALREADY_USED);
        refused(
                node.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 6))),
                Refusal.ALREADY_USED);
        Redemption late = new Redemption(code, person.key().sha256(), true, world.circumstances(world.terminal(), 6));
        // Any other refusal proves that there was no acceptance.
        refused(node.redeem(late), Refusal.ALREADY_USED);
    }

    @Test
    void givesARetryNoFieldsOnceBindingGrantOrTerminalNoLongerStand() {
        Runnable[] withdrawals = {
            () -> setBinding(BindingStatus.UNBOUND),
            () -> World.await(node.store().registry().withdrawGrant(world.institution(), world.purposeRow())),
            () -> World.await(
                    node.store().registry().suspendTerminal(world.terminal().terminal(), true)),
            () -> World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.CANCELLED)),
        };
        Runnable[] restorations = {
            () -> setBinding(BindingStatus.ACTIVE),
            () -> world.grant(FieldSet.NAME_AND_PHOTO),
            () -> World.await(
                    node.store().registry().suspendTerminal(world.terminal().terminal(), false)),
            () -> World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.IN_FORCE)),
        };
        for (int i = 0; i < withdrawals.length; i++) {
            RedemptionKey code = world.code(person, -i);
            Circumstances first = world.circumstances(world.terminal(), i);
            Circumstances again = world.circumstances(world.terminal(), i);
            assertThat(node.redeem(world.redemption(person, code, first))).isInstanceOf(Decision.Accepted.class);
            withdrawals[i].run();
            assertThat(node.redeem(world.redemption(person, code, again)))
                    .isInstanceOfSatisfying(Decision.AcceptedBefore.class, before -> {
                        assertThat(before.values().fields()).isEqualTo(FieldSet.NONE);
                        assertThat(before.entry().released()).isNotEqualTo(FieldSet.NONE);
                    });
            restorations[i].run();
        }
    }

    @Test
    void refusesWhatWasWithdrawnAMomentAgo() {
        setBinding(BindingStatus.SUSPENDED);
        refused(node.redeem(fresh()), Refusal.SUSPENDED);
        setBinding(BindingStatus.UNBOUND);
        refused(node.redeem(fresh()), Refusal.UNBOUND);
        Person rebound = world.bind(person.resident(), person.fields());
        setBinding(BindingStatus.SUPERSEDED);
        refused(node.redeem(fresh()), Refusal.SUPERSEDED);
        assertThat(node.redeem(fresh(rebound))).isInstanceOf(Decision.Accepted.class);
        World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.CANCELLED));
        refused(node.redeem(fresh(rebound)), Refusal.CARD_CANCELLED);
    }

    @Test
    void supersedesTheFirstPhoneWhenASecondIsBound() {
        Person rebound = world.bind(person.resident(), person.fields());
        refused(node.redeem(fresh()), Refusal.SUPERSEDED);
        assertThat(node.redeem(fresh(rebound))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refusesAnExpiredCardAndNeverAnIndefiniteOne() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.ofHours(8));
        refused(node.redeem(fresh(world.person(today.minusDays(1), true))), Refusal.CARD_EXPIRED);
        assertThat(node.redeem(fresh(world.person(today.plusDays(1), true)))).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(fresh(world.person(null, true)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void asksAPersonToCheckAFoundCardAndAMissingPhoto() {
        assertThat(node.redeem(fresh(world.person(null, false))))
                .isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
                    assertThat(accepted.check()).contains(ManualCheck.NO_PHOTO_ON_FILE);
                    assertThat(accepted.entry().outcome()).isEqualTo("check_manually");
                    assertThat(accepted.entry().code()).isEqualTo("no_photo_on_file");
                });
        World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.REPORTED_FOUND));
        assertThat(((Decision.Accepted) node.redeem(fresh())).check()).contains(ManualCheck.CARD_REPORTED_FOUND);
    }

    @Test
    void verifiesNormallyWhileTheCardIsReportedLost() {
        World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.REPORTED_LOST));
        assertThat(node.redeem(fresh()))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.entry().outcome()).isEqualTo("verified"));
    }

    @Test
    void refusesAKeyBelowTheLevelThatThePurposeAsksFor() {
        database.execute("UPDATE purpose SET least_key_level = 2");
        database.execute("UPDATE binding SET key_level = 1");
        RedemptionKey code = world.code(person);
        refused(node.redeem(world.redemption(person, code)), Refusal.KEY_LEVEL_TOO_LOW);
        assertThat(redemptions()).isZero();
        assertThat(database.number("SELECT count(*) FROM access_record WHERE why = 13 AND released = 0"))
                .isOne();
        database.execute("UPDATE binding SET key_level = 2");
        assertThat(other.redeem(world.redemption(person, code))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void keepsTheKeyLevelThatAPurposeIsEnteredWith() {
        World.await(node.store()
                .registry()
                .addPurpose(new NewPurpose(
                        "bank.account", CodeType.EID, false, false, false, KeyLevel.TRUSTED_ENVIRONMENT)));
        assertThat(database.number("SELECT least_key_level FROM purpose WHERE name = 'bank.account'"))
                .isEqualTo(2);
    }

    @Test
    void stopsATerminalAtOnceWhenItItsInstitutionItsMeansOrItsGrantIsWithdrawn() {
        var registry = node.store().registry();
        Redemption[] asked = {fresh(), fresh(), fresh(), fresh()};
        World.await(registry.withdrawGrant(world.institution(), world.purposeRow()));
        notAllowed(node.redeem(asked[0]), Standing.PURPOSE_NOT_GRANTED);
        World.await(registry.suspendMeans(world.means(), true));
        notAllowed(node.redeem(asked[1]), Standing.MEANS_SUSPENDED);
        World.await(registry.suspendInstitution(world.institution(), true));
        notAllowed(node.redeem(asked[2]), Standing.INSTITUTION_SUSPENDED);
        World.await(registry.suspendTerminal(world.terminal().terminal(), true));
        notAllowed(node.redeem(asked[3]), Standing.TERMINAL_SUSPENDED);
        assertThat(redemptions()).isZero();
    }

    @Test
    void decidesAgainWhenTheGrantOrTheKeyIsNotTheOneDecidedOn() {
        Redemption onOldGrant = fresh();
        world.grant(FieldSet.NAME_AND_PHOTO);
        assertThat(node.redeem(onOldGrant)).isEqualTo(new Decision.DecideAgain());
        Redemption otherKey =
                new Redemption(world.code(person), new byte[32], false, world.circumstances(world.terminal(), 1));
        assertThat(node.redeem(otherKey)).isEqualTo(new Decision.DecideAgain());
        assertThat(redemptions()).isZero();
        assertThat(database.number("SELECT count(*) FROM access_record")).isZero();
    }
}
