package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.HIGH_RISK;
import static mo.farol.core.verification.Rig.LANE;
import static mo.farol.core.verification.Rig.ask;
import static mo.farol.core.verification.VerifyFlowTest.assertRefused;
import static mo.farol.core.verification.VerifyFlowTest.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mo.farol.core.policy.Grant;
import mo.farol.token.CodeType;
import mo.farol.token.Nonce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAndTypeTest {
    private final Rig rig = new Rig();

    @ParameterizedTest
    @ValueSource(longs = {-15, 0, 45})
    void acceptsFromFifteenSecondsAheadToFortyFiveBehind(long age) {
        verified(scan(CodeType.EID, age, ACCOUNT));
    }

    @ParameterizedTest
    @CsvSource({"-16,CLOCK_SKEW", "-600,CLOCK_SKEW", "166,EXPIRED", "600,EXPIRED"})
    void refusesOutsideWithTheAgeAndWithoutTheArbiter(long age, Refusal refusal) {
        Outcome outcome = scan(CodeType.EID, age, ACCOUNT);

        assertRefused(outcome, refusal);
        assertThat(((Outcome.Refused) outcome).why().ageSeconds()).hasValue(age);
        assertThat(rig.arbiter.asked).isZero();
        assertThat(rig.log.lines).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {46, 165})
    void letsTheArbiterRefuseALateCodeBecauseItMayBeARetry(long age) {
        Outcome outcome = scan(CodeType.EID, age, ACCOUNT);

        assertRefused(outcome, Refusal.EXPIRED);
        assertThat(((Outcome.Refused) outcome).why().ageSeconds()).hasValue(age);
        assertThat(rig.arbiter.asked).isEqualTo(1);
        assertThat(rig.arbiter.redeemed()).isZero();
    }

    @Test
    void judgesByTheMillisecond() {
        String code = rig.mint(CodeType.EID, rig.time.seconds() - 45);
        rig.time.pass(Duration.ofMillis(1));

        assertRefused(rig.verify(ask(BANK, "k1", code, ACCOUNT)), Refusal.EXPIRED);
    }

    @Test
    void givesNoAgeForACodeThatIsMerelyNotTheNewest() {
        rig.arbiter.standing.put(rig.phone.keyId, Refusal.EXPIRED);

        Outcome outcome = scan(CodeType.EID, 10, ACCOUNT);

        assertThat(((Outcome.Refused) outcome).why().ageSeconds()).isEmpty();
    }

    @Test
    void refusesACodeFromTheNextCentury() {
        String code = rig.mint(CodeType.EID, 0xFFFF_FFFFL);

        assertRefused(rig.verify(ask(BANK, "k1", code, ACCOUNT)), Refusal.CLOCK_SKEW);
    }

    @Test
    void refusesAClearanceCodeAtABankAndAnEidCodeAtALane() {
        Outcome atBank = scan(CodeType.CLEARANCE, 0, ACCOUNT);
        Outcome atLane = scan(CodeType.EID, 0, LANE);

        assertRefused(atBank, Refusal.WRONG_CODE_TYPE);
        assertThat(((Outcome.Refused) atBank).why().accepted()).isEqualTo(CodeType.EID);
        assertRefused(atLane, Refusal.WRONG_CODE_TYPE);
        assertThat(((Outcome.Refused) atLane).why().accepted()).isEqualTo(CodeType.CLEARANCE);
        verified(scan(CodeType.CLEARANCE, 0, LANE));
    }

    @Test
    void takesOnlyChallengeCodesWhereThePurposeRequiresThem() {
        assertRefused(scan(CodeType.EID, 0, HIGH_RISK), Refusal.CHALLENGE_REQUIRED);
    }

    @Test
    void refusesAnAnswerToAChallengeThatIsNotOurs() {
        String code = rig.mint(CodeType.EID, rig.time.seconds(), Nonce.of(new byte[16]));

        assertRefused(rig.verify(ask(BANK, "k1", code, ACCOUNT)), Refusal.CHALLENGE_MISMATCH);
        assertRefused(rig.verify(ask(BANK, "k2", code, HIGH_RISK)), Refusal.CHALLENGE_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"15,0,120", "15,601,120", "601,45,120", "-1,45,120", "15,45,601"})
    void doesNotLetAWindowBeConfiguredOutOfBounds(long ahead, long life, long late) {
        assertThatThrownBy(() ->
                        new CodeWindow(Duration.ofSeconds(ahead), Duration.ofSeconds(life), Duration.ofSeconds(late)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Outcome scan(CodeType type, long age, Grant grant) {
        String code = rig.mint(type, rig.time.seconds() - age);
        return rig.verify(ask(BANK, "key " + age + type + grant.version(), code, grant));
    }
}
