package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.ask;
import static mo.farol.core.verification.VerifyFlowTest.assertRefused;
import static mo.farol.core.verification.VerifyFlowTest.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;

class HonestRetryTest {
    private final Rig rig = new Rig();

    @Test
    void getsTheAcceptedAnswerAgain() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));

        assertSameAnswer(first, rig.verify(request));
        assertThat(rig.arbiter.redeemed()).isEqualTo(1);
    }

    @Test
    void getsItOnTheOtherGatewayBeforeTheAnnouncementArrives() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));

        assertSameAnswer(first, rig.verifyThere(request));
    }

    @Test
    void getsItOnTheOtherGatewayAfterTheAnnouncementArrived() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));
        rig.deliver();

        assertSameAnswer(first, rig.verifyThere(request));
    }

    @Test
    void getsItWhenTheCodeIsLongOverdue() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));
        rig.time.pass(Duration.ofSeconds(119));

        assertSameAnswer(first, rig.verify(request));
        assertSameAnswer(first, rig.verifyThere(request));
    }

    @Test
    void getsItAfterTheGrantWasWithdrawn() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));
        rig.policies.withdraw(ACCOUNT);

        assertSameAnswer(first, rig.verify(request));
    }

    @Test
    void getsItAfterOthersTriedTheSameCode() {
        String code = rig.code();
        VerificationRequest request = ask(BANK, "k1", code, ACCOUNT);
        Outcome.Verified first = verified(rig.verify(request));
        for (int i = 2; i < 10; i++) {
            rig.verify(ask(BANK, "k" + i, code, ACCOUNT));
            rig.verifyThere(ask(BANK, "k" + i, code, ACCOUNT));
        }

        assertSameAnswer(first, rig.verify(request));
        assertSameAnswer(first, rig.verifyThere(request));
    }

    @Test
    void getsTheSameRefusalWithTheSameReceipt() {
        VerificationRequest request = ask(BANK, "k1", rig.mint(CodeType.EID, rig.time.seconds() - 400), ACCOUNT);
        Outcome.Refused first = (Outcome.Refused) rig.verify(request);
        rig.time.pass(Duration.ofSeconds(100));

        Outcome.Refused again = (Outcome.Refused) rig.verify(request);

        assertThat(again.replayed()).isTrue();
        assertThat(again.entry().id()).isEqualTo(first.entry().id());
        assertThat(again.why()).isEqualTo(first.why());
        assertThat(rig.log.lines).hasSize(1);
    }

    @Test
    void isDecidedAnewAfterTwoMinutes() {
        VerificationRequest request = ask(BANK, "k1", rig.mint(CodeType.EID, rig.time.seconds() - 400), ACCOUNT);
        rig.verify(request);
        rig.time.pass(Duration.ofSeconds(121));

        assertThat(((Outcome.Refused) rig.verify(request)).replayed()).isFalse();
        assertThat(rig.log.lines).hasSize(2);
    }

    @Test
    void isDecidedAnewWhenNothingWasDecided() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        rig.arbiter.script.add(redemption -> Future.succeededFuture(new Decision.Unavailable()));
        assertThat(rig.verify(request)).isEqualTo(new Outcome.Unavailable());

        assertThat(verified(rig.verify(request)).replayed()).isFalse();
    }

    @Test
    void mustAskTheSameQuestion() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));

        assertThat(rig.verify(ask(BANK, "k1", code, ACCOUNT, FieldSet.of(Field.ID_NUMBER))))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.KeyReused());
    }

    @Test
    void isToldThatAKeyIsReusedWhileTheFirstIsStillBeingDecided() {
        Promise<Void> commit = Promise.promise();
        rig.arbiter.delayNext(commit.future());
        Future<Outcome> first = rig.here.flow().verify(ask(BANK, "k1", rig.code(), ACCOUNT));

        assertThat(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT))).isEqualTo(new Outcome.KeyReused());

        commit.complete();
        verified(Rig.done(first));
    }

    @Test
    void waitsForItsTwinAndAllAreAnsweredRightly() {
        Promise<Void> commit = Promise.promise();
        rig.arbiter.delayNext(commit.future());
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);

        Future<Outcome> first = rig.here.flow().verify(request);
        Future<Outcome> twin = rig.here.flow().verify(request);
        Future<Outcome> third = rig.here.flow().verify(request);
        assertThat(twin.isComplete()).isFalse();
        commit.complete();

        Outcome.Verified accepted = verified(Rig.done(first));
        assertThat(accepted.replayed()).isFalse();
        assertSameAnswer(accepted, Rig.done(twin));
        assertSameAnswer(accepted, Rig.done(third));
        assertThat(rig.arbiter.redeemed()).isEqualTo(1);
    }

    @Test
    void asksTheArbiterAgainSoThatAnUnbindInBetweenTells() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT);
        rig.verify(request);
        rig.arbiter.script.add(redemption -> {
            Decision.AcceptedBefore before = (Decision.AcceptedBefore) rig.arbiter.decide(redemption);
            return Future.succeededFuture(
                    new Decision.AcceptedBefore(before.entry(), FieldValues.NONE, before.check()));
        });

        Outcome.Verified again = verified(rig.verify(request));

        assertThat(again.replayed()).isTrue();
        assertThat(again.decision().values().fields()).isEqualTo(FieldSet.NONE);
    }

    @Test
    void staysRefusedWhenItsCodeWasRedeemedByAnotherRequest() {
        String code = rig.code();
        rig.verify(ask(BANK, "k1", code, ACCOUNT));
        VerificationRequest second = ask(BANK, "k2", code, ACCOUNT);

        assertRefused(rig.verify(second), Refusal.ALREADY_USED);
        assertRefused(rig.verify(second), Refusal.ALREADY_USED);
    }

    private static void assertSameAnswer(Outcome.Verified first, Outcome outcome) {
        Outcome.Verified again = verified(outcome);
        assertThat(again.replayed()).isTrue();
        assertThat(again.decision().entry()).isEqualTo(first.decision().entry());
        for (Field field : Field.values()) {
            assertThat(again.decision().values().get(field))
                    .isEqualTo(first.decision().values().get(field));
        }
    }
}
