package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.BANK_TOO;
import static mo.farol.core.verification.Rig.COUNTER;
import static mo.farol.core.verification.Rig.HIGH_RISK;
import static mo.farol.core.verification.VerifyFlowTest.assertRefused;
import static mo.farol.core.verification.VerifyFlowTest.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import mo.farol.token.Nonce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A code that answers a challenge, through the whole chain. */
class ChallengeCodeTest {
    private static final Nonce SHOWN = nonce(1);
    private static final Nonce OTHER = nonce(2);

    private final Rig rig = new Rig();

    ChallengeCodeTest() {
        rig.arbiter.challenges.put(
                SHOWN,
                new FakeArbiter.Shown(BANK.terminal(), HIGH_RISK.purpose().id()));
    }

    @Test
    void isAcceptedAtTheTerminalThatShowedTheChallengeForItsPurpose() {
        verified(rig.verify(ask(BANK, "k1", answering(SHOWN), HIGH_RISK, SHOWN)));
    }

    @Test
    void needsNoWordOfTheTerminalAboutWhichChallengeItShowed() {
        verified(rig.verify(ask(BANK, "k1", answering(SHOWN), HIGH_RISK, null)));
    }

    @Test
    void isRefusedAtAnyOtherTerminalAndForAnyOtherPurposeAndRecorded() {
        String code = answering(SHOWN);

        assertRefused(rig.verify(ask(BANK_TOO, "k1", code, HIGH_RISK, null)), Refusal.CHALLENGE_MISMATCH);
        assertRefused(rig.verify(ask(BANK, "k2", code, COUNTER, null)), Refusal.CHALLENGE_MISMATCH);
        assertThat(rig.log.lines).hasSize(2);
        verified(rig.verify(ask(BANK, "k3", code, HIGH_RISK, null)));
    }

    @Test
    void isRefusedWithoutTheArbiterWhenItAnswersAnotherChallengeThanTheRequestNames() {
        String code = answering(SHOWN);

        assertRefused(rig.verify(ask(BANK, "k1", code, HIGH_RISK, OTHER)), Refusal.CHALLENGE_MISMATCH);
        assertThat(rig.arbiter.asked).isZero();
        // It was the request that was wrong, not the code: the next one may be right.
        for (int i = 2; i < 8; i++) {
            assertRefused(rig.verify(ask(BANK, "k" + i, code, HIGH_RISK, OTHER)), Refusal.CHALLENGE_MISMATCH);
        }
        verified(rig.verify(ask(BANK, "k9", code, HIGH_RISK, SHOWN)));
    }

    @Test
    void aCodeWithoutNonceIsRefusedWhereTheRequestNamesAChallenge() {
        assertRefused(rig.verify(ask(BANK, "k1", rig.code(), ACCOUNT, SHOWN)), Refusal.CHALLENGE_REQUIRED);
    }

    @Test
    void theSecondCodeForOneChallengeIsRefused() {
        verified(rig.verify(ask(BANK, "k1", answering(SHOWN), HIGH_RISK, SHOWN)));

        assertRefused(rig.verify(ask(BANK, "k2", answering(SHOWN), HIGH_RISK, SHOWN)), Refusal.CHALLENGE_MISMATCH);
        assertThat(rig.arbiter.redeemed()).isEqualTo(1);
    }

    @Test
    void anHonestRetryGetsItsAnswerAndAnybodyElseHearsThatTheCodeWasUsed() {
        String code = answering(SHOWN);
        VerificationRequest request = ask(BANK, "k1", code, HIGH_RISK, SHOWN);
        Outcome.Verified first = verified(rig.verify(request));
        rig.deliver();

        for (Outcome again : new Outcome[] {rig.verify(request), rig.verifyThere(request)}) {
            assertThat(verified(again).replayed()).isTrue();
            assertThat(verified(again).decision().entry().id())
                    .isEqualTo(first.decision().entry().id());
        }
        assertRefused(rig.verify(ask(BANK, "k2", code, HIGH_RISK, SHOWN)), Refusal.ALREADY_USED);
        assertRefused(rig.verifyThere(ask(BANK_TOO, "k1", code, HIGH_RISK, null)), Refusal.ALREADY_USED);
    }

    @Test
    void aRetryOfAPlainCodeGetsItsAnswerAfterThePurposeBeganToAskForChallenges() {
        VerificationRequest request = ask(BANK, "k1", rig.code(), ACCOUNT, null);
        verified(rig.verify(request));
        Purpose was = ACCOUNT.purpose();
        Purpose strict = new Purpose(was.id(), was.name(), was.accepts(), was.inPerson(), true, was.reasonRequired());
        rig.policies.put(new Grant(1, strict, ACCOUNT.version(), ACCOUNT.fields(), null));

        assertThat(verified(rig.verify(request)).replayed()).isTrue();
        assertThat(verified(rig.verifyThere(request)).replayed()).isTrue();
        assertRefused(rig.verify(ask(BANK, "k2", rig.code(), ACCOUNT, null)), Refusal.CHALLENGE_REQUIRED);
    }

    @Test
    void aLateAnswerIsExpiredAndUsesNothingUp() {
        String late = answering(SHOWN);
        rig.time.pass(Duration.ofSeconds(50));

        assertRefused(rig.verify(ask(BANK, "k1", late, HIGH_RISK, SHOWN)), Refusal.EXPIRED);
        verified(rig.verify(ask(BANK, "k2", answering(SHOWN), HIGH_RISK, SHOWN)));
    }

    @Test
    void theWrongTypeOfCodeIsToldFirst() {
        String clearance = rig.mint(CodeType.CLEARANCE, rig.time.seconds(), SHOWN);

        assertRefused(rig.verify(ask(BANK, "k1", clearance, HIGH_RISK, SHOWN)), Refusal.WRONG_CODE_TYPE);
    }

    private String answering(Nonce nonce) {
        return rig.mint(CodeType.EID, rig.time.seconds(), nonce);
    }

    private static VerificationRequest ask(
            TerminalIdentity terminal, String key, String code, Grant grant, @Nullable Nonce challenge) {
        String purpose = grant.purpose().name();
        byte[] hash = Sha256.of((code + "|" + purpose + "|" + challenge).getBytes(StandardCharsets.UTF_8));
        return new VerificationRequest(terminal, key, hash, code, purpose, null, challenge, null, null, null, null);
    }

    private static Nonce nonce(int first) {
        byte[] bytes = new byte[Nonce.LENGTH];
        bytes[0] = (byte) first;
        return Nonce.of(bytes);
    }
}
