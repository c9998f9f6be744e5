package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.BANK_TOO;
import static mo.farol.core.verification.Rig.COUNTER;
import static mo.farol.core.verification.Rig.OFFICER;
import static mo.farol.core.verification.Rig.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import org.junit.jupiter.api.Test;

class VerifyFlowTest {
    private final Rig rig = new Rig();

    @Test
    void acceptsAFreshCodeAndReleasesWhatIsRequestedAndGranted() {
        FieldSet asked = FieldSet.of(Field.SURNAME_PT, Field.SEX);

        Outcome.Verified verified = verified(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT, asked)));

        assertThat(verified.replayed()).isFalse();
        assertThat(verified.decision().values().fields()).isEqualTo(FieldSet.of(Field.SURNAME_PT));
        assertThat(verified.circumstances().requested()).isEqualTo(asked);
        assertThat(rig.announced).hasSize(1);
    }

    @Test
    void addsNameAndPhotoForAPersonAtACounter() {
        Outcome outcome = rig.verify(ask(BANK, "k1", rig.code(), COUNTER, FieldSet.of(Field.SEX)));

        assertThat(verified(outcome).decision().values().fields())
                .isEqualTo(FieldSet.NAME_AND_PHOTO.or(FieldSet.of(Field.SEX)));
    }

    @Test
    void givesRecordAndReceiptTheAttemptsOwnId() {
        Outcome.Verified verified = verified(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT)));

        UUID attempt = verified.circumstances().attempt();
        assertThat(verified.decision().entry().id()).isEqualTo(attempt);
        assertThat(attempt.version()).isEqualTo(7);
        assertThat(verified.circumstances().salt()).hasSize(32).isNotEqualTo(new byte[32]);
    }

    @Test
    void refusesASecondScanFromTheTableWithoutAskingTheArbiter() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));
        int asked = rig.arbiter.asked;

        assertRefused(rig.verify(ask(BANK, "k2", code, ACCOUNT)), Refusal.ALREADY_USED);

        assertThat(rig.arbiter.asked).isEqualTo(asked);
        assertThat(rig.log.lines).extracting(FakeAccessLog.Line::code).containsExactly("", "already_used");
    }

    @Test
    void refusesASecondScanOnTheOtherGatewayFromItsTableOnceAnnounced() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));
        rig.deliver();
        int asked = rig.arbiter.asked;

        assertRefused(rig.verifyThere(ask(BANK, "k2", code, ACCOUNT)), Refusal.ALREADY_USED);

        assertThat(rig.arbiter.asked).isEqualTo(asked);
    }

    @Test
    void refusesASecondScanOnTheOtherGatewayByTheArbiterWhenNothingWasAnnounced() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));

        assertRefused(rig.verifyThere(ask(BANK, "k2", code, ACCOUNT)), Refusal.ALREADY_USED);

        assertThat(rig.arbiter.asked).isEqualTo(2);
    }

    @Test
    void takesTheSameKeyAtAnotherTerminalForAnotherRequest() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));

        assertRefused(rig.verify(ask(BANK_TOO, "k1", code, ACCOUNT)), Refusal.ALREADY_USED);
        assertRefused(rig.verifyThere(ask(BANK_TOO, "k1", code, ACCOUNT)), Refusal.ALREADY_USED);
    }

    @Test
    void doesNotTellAnUnknownPurposeFromAnUngrantedOne() {
        TerminalIdentity clinic = new TerminalIdentity(30, 2, "clinic-1");
        Purpose noSuch = new Purpose(9, "no.such", CodeType.EID, false, false, false);
        Grant unknown = new Grant(1, noSuch, 1, FieldSet.NONE, null);

        Outcome ungranted = rig.verify(ask(clinic, "k1", rig.code(), ACCOUNT));

        assertThat(ungranted).isEqualTo(new Outcome.NotAllowed(Standing.PURPOSE_NOT_GRANTED));
        assertThat(rig.verify(ask(BANK, "k2", rig.code(), unknown))).isEqualTo(ungranted);
        assertThat(rig.publicKeys.lookUps).as("nothing was read").isZero();
    }

    @Test
    void asksForAReasonWhereThePurposeDoes() {
        assertThat(rig.verify(ask(BANK, "k1", rig.code(), OFFICER))).isEqualTo(new Outcome.ReasonMissing());
    }

    @Test
    void passesOnThatTheTerminalMayNotAsk() {
        rig.arbiter.script.add(redemption -> Future.succeededFuture(new Decision.NotAllowed(
                FakeAccessLog.entry(redemption.circumstances(), "refused", "x", FieldSet.NONE),
                Standing.TERMINAL_SUSPENDED)));

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT)))
                .isEqualTo(new Outcome.NotAllowed(Standing.TERMINAL_SUSPENDED));
    }

    @Test
    void forgetsWhatItKnewAndDecidesAgainUnderTheSameAttempt() {
        List<UUID> attempts = new ArrayList<>();
        rig.arbiter.script.add(redemption -> {
            attempts.add(redemption.circumstances().attempt());
            return Future.succeededFuture(new Decision.DecideAgain());
        });

        Outcome.Verified verified = verified(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT)));

        assertThat(verified.circumstances().attempt()).isEqualTo(attempts.getFirst());
        assertThat(rig.policies.forgotten).containsExactly("1/account.open");
        assertThat(rig.publicKeys.forgotten).containsExactly(rig.phone.keyId);
    }

    @Test
    void givesUpWhenDecidingAgainDoesNotEnd() {
        for (int i = 0; i < 5; i++) {
            rig.arbiter.script.add(redemption -> Future.succeededFuture(new Decision.DecideAgain()));
        }

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.Unavailable());
        assertThat(rig.arbiter.asked).isEqualTo(3);
    }

    @Test
    void isUnavailableWhenTheArbiterDoesNotKnow() {
        rig.arbiter.script.add(redemption -> Future.succeededFuture(new Decision.Unavailable()));

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.Unavailable());
        assertThat(rig.announced).isEmpty();
    }

    @Test
    void isUnavailableWhenPoliciesOrKeysCannotBeRead() {
        rig.publicKeys.down = true;
        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.Unavailable());

        rig.policies.down = true;
        assertThat(rig.verify(ask(BANK, "k2", rig.code(), ACCOUNT))).isEqualTo(new Outcome.Unavailable());
    }

    @Test
    void isUnavailableWhenTheTimeIsUncertain() {
        rig.time.uncertain = true;

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.Unavailable());
        assertThat(rig.arbiter.asked).isZero();
    }

    @Test
    void tellsATerminalThatSpentItsBudgetToComeBack() {
        rig.publicKeys.spent = true;

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isInstanceOf(Outcome.TooMany.class);
    }

    @Test
    void answersNoRefusalThatIsNotOnRecord() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));
        rig.log.down = true;

        assertThat(rig.verify(ask(BANK, "k2", code, ACCOUNT))).isEqualTo(new Outcome.Unavailable());
    }

    @Test
    void servesTheSameKeyAfterABugOfOurs() {
        rig.arbiter.script.add(redemption -> {
            throw new IllegalStateException("a bug");
        });
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);

        Future<Outcome> first = rig.here.flow().verify(request);

        assertThat(first.cause()).isInstanceOf(IllegalStateException.class);
        verified(rig.verify(request));
    }

    @Test
    void givesEachRequestItsOwnPersonsValues() {
        Deployment other = new Deployment(rig.phone.crypto, 4712);
        rig.publicKeys.keys.put(other.keyId, other.phone.publicKey());
        String codeOfOther = other.minter.mint(
                CodeType.EID, other.phone, other.keyId, rig.phone.gatewayKey(CodeType.EID), rig.time.seconds(), 1);

        Outcome first = rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT));
        Outcome second = rig.verify(ask(BANK, "k2", codeOfOther, ACCOUNT));

        assertThat(verified(first).decision().values().get(Field.ID_NUMBER))
                .hasValue("id_number of " + rig.phone.keyId.value());
        assertThat(verified(second).decision().values().get(Field.ID_NUMBER))
                .hasValue("id_number of " + other.keyId.value());
    }

    static Outcome.Verified verified(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Verified.class);
        return (Outcome.Verified) outcome;
    }

    static void assertRefused(Outcome outcome, Refusal refusal) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why().refusal()).isEqualTo(refusal);
            assertThat(refused.entry().code()).isEqualTo(refusal.code());
        });
    }
}
