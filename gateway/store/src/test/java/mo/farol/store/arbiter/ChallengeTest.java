package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.challenge.Nonces;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.CodeType;
import mo.farol.token.Nonce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class ChallengeTest extends RedeemingCase {
    private ShownChallenges shown;

    ChallengeTest(TestServer server) {
        super(server);
    }

    @BeforeEach
    void show() {
        shown = new ShownChallenges(node, world);
    }

    @Test
    void acceptsTheFirstCodeThatAnswersAndNoOther() {
        Nonce nonce = shown.show();
        Redemption first = shown.answer(person, nonce);
        assertThat(node.redeem(first)).isInstanceOf(Decision.Accepted.class);
        assertThat(usedBy(nonce)).isEqualTo(first.circumstances().attempt().toString());
        refused(other.redeem(shown.answer(person, nonce)), Refusal.CHALLENGE_MISMATCH);
        refused(node.redeem(shown.answer(world.person(), nonce)), Refusal.CHALLENGE_MISMATCH);
        assertThat(redemptions()).isOne();
        assertThat(recordedMismatches()).isEqualTo(2);
    }

    @Test
    void refusesTheCodeAtAnotherTerminalOfTheSameInstitutionAndUsesNothingUp() {
        TerminalIdentity neighbour = world.addTerminal("neighbour");
        Nonce nonce = shown.show();
        RedemptionKey code = world.code(person);
        refused(other.redeem(shown.answer(person, code, neighbour, nonce)), Refusal.CHALLENGE_MISMATCH);
        assertThat(redemptions()).isZero();
        assertThat(recordedMismatches()).isOne();
        assertThat(node.redeem(shown.answer(person, code, world.terminal(), nonce)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refusesTheCodeForAnotherPurposeThanTheChallengeWasShownFor() {
        var registry = node.store().registry();
        long loan = World.await(registry.addPurpose(new NewPurpose("bank.loan", CodeType.EID, false, false, false)));
        World.await(registry.grant(world.institution(), loan, FieldSet.NAME_AND_PHOTO, false));
        Nonce nonce = shown.show();
        database.execute("UPDATE terminal_challenge SET purpose = " + loan);
        refused(node.redeem(shown.answer(person, nonce)), Refusal.CHALLENGE_MISMATCH);
        database.execute("UPDATE terminal_challenge SET purpose = " + world.purposeRow());
        assertThat(node.redeem(shown.answer(person, nonce))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refusesWhatAnswersAChallengeThatIsOver() {
        Nonce over = shown.show(world.terminal(), -1);
        refused(node.redeem(shown.answer(person, over)), Refusal.CHALLENGE_MISMATCH);
        assertThat(usedBy(over)).isNull();
        Nonce soon = shown.show(world.terminal(), 30);
        database.execute("UPDATE terminal_challenge SET expires = clock_timestamp() - interval '1 millisecond'");
        refused(node.redeem(shown.answer(person, soon)), Refusal.CHALLENGE_MISMATCH);
        assertThat(redemptions()).isZero();
    }

    @Test
    void refusesWhatAnswersAChallengeThatNobodyShowed() {
        refused(node.redeem(shown.answer(person, Nonce.of(new byte[16]))), Refusal.CHALLENGE_MISMATCH);
        Nonce forgotten = shown.show();
        database.execute("DELETE FROM terminal_challenge");
        refused(node.redeem(shown.answer(person, forgotten)), Refusal.CHALLENGE_MISMATCH);
    }

    @Test
    void aUsedChallengeStaysUsedWhateverTheClockSays() {
        Nonce nonce = shown.show();
        assertThat(node.redeem(shown.answer(person, nonce))).isInstanceOf(Decision.Accepted.class);
        // As if the clock had been set back: it expires far in the future now.
        database.execute("UPDATE terminal_challenge SET expires = now() + interval '1 day'");
        refused(node.redeem(shown.answer(person, nonce)), Refusal.CHALLENGE_MISMATCH);
    }

    @Test
    void takesNoPlainCodeOnceThePurposeAsksForAChallenge() {
        Redemption decidedBefore = fresh();
        database.execute("UPDATE purpose SET challenge_required = true");
        refused(node.redeem(decidedBefore), Refusal.CHALLENGE_REQUIRED);
        assertThat(redemptions()).isZero();
        assertThat(database.number("SELECT count(*) FROM access_record WHERE why = 11 AND released = 0"))
                .isOne();
        assertThat(node.redeem(shown.answer(person, shown.show()))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void repeatsTheAnswerOfAnHonestRetryThoughTheChallengeIsUsedAndOver() {
        Nonce nonce = shown.show();
        RedemptionKey code = world.code(person);
        Decision.Accepted accepted = (Decision.Accepted) node.redeem(shown.answer(person, code, request(5), nonce));
        database.execute("UPDATE terminal_challenge SET expires = now() - interval '1 minute'");
        for (Node each : List.of(node, other)) {
            assertThat(each.redeem(shown.answer(person, code, request(5), nonce)))
                    .isInstanceOfSatisfying(Decision.AcceptedBefore.class, before -> {
                        assertThat(before.entry().id())
                                .isEqualTo(accepted.entry().id());
                        assertThat(before.values().fields())
                                .isEqualTo(accepted.values().fields());
                    });
        }
        database.execute("DELETE FROM terminal_challenge");
        assertThat(other.redeem(shown.answer(person, code, request(5), nonce)))
                .isInstanceOf(Decision.AcceptedBefore.class);
        assertThat(database.number("SELECT count(*) FROM access_record")).isOne();
    }

    @Test
    void saysThatTheCodeWasUsedToWhoeverElseSendsIt() {
        TerminalIdentity neighbour = world.addTerminal("neighbour");
        Nonce nonce = shown.show();
        RedemptionKey code = world.code(person);
        assertThat(node.redeem(shown.answer(person, code, world.terminal(), nonce)))
                .isInstanceOf(Decision.Accepted.class);
        refused(other.redeem(shown.answer(person, code, world.terminal(), nonce)), Refusal.ALREADY_USED);
        refused(other.redeem(shown.answer(person, code, neighbour, nonce)), Refusal.ALREADY_USED);
    }

    @Test
    void usesNothingUpForACodeThatIsRefusedForAnotherReason() {
        Nonce nonce = shown.show();
        refused(node.redeem(shown.answer(person, world.code(person, 100), world.terminal(), nonce)), Refusal.EXPIRED);
        Person expired = world.person(java.time.LocalDate.of(2020, 1, 1), true);
        refused(node.redeem(shown.answer(expired, nonce)), Refusal.CARD_EXPIRED);
        assertThat(usedBy(nonce)).isNull();
        assertThat(node.redeem(shown.answer(person, nonce))).isInstanceOf(Decision.Accepted.class);
    }

    private Circumstances request(long number) {
        return world.circumstances(world.terminal(), number);
    }

    private long recordedMismatches() {
        return database.number("SELECT count(*) FROM access_record WHERE why = 12 AND outcome = 3 AND released = 0");
    }

    private @org.jspecify.annotations.Nullable String usedBy(Nonce nonce) {
        return database.text("SELECT used_by::text FROM terminal_challenge WHERE id = '" + Nonces.uuid(nonce) + "'");
    }
}
