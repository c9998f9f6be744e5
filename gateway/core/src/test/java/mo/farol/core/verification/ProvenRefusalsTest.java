package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.BANK_TOO;
import static mo.farol.core.verification.Rig.LANE;
import static mo.farol.core.verification.Rig.ask;
import static mo.farol.core.verification.VerifyFlowTest.assertRefused;
import static mo.farol.core.verification.VerifyFlowTest.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvenRefusalsTest {
    private final Rig rig = new Rig();
    private int keys;

    @Test
    void answerTheFourthRefusedTryFromMemory() {
        String code = usedCode();
        for (int i = 0; i < 3; i++) {
            assertRefused(scan(BANK, code), Refusal.ALREADY_USED);
        }
        int lookUps = rig.publicKeys.lookUps;
        int lines = rig.log.lines.size();

        Outcome fourth = scan(BANK, code);

        assertThat(fourth)
                .isEqualTo(new Outcome.RefusedAgain(
                        new Explanation(Refusal.ALREADY_USED, OptionalLong.empty(), CodeType.EID)));
        assertThat(rig.publicKeys.lookUps).isEqualTo(lookUps);
        assertThat(rig.log.lines).hasSize(lines);
    }

    @Test
    void countTheTriesInOneRecordWithinAMinute() {
        scanRefused(10);
        int lines = rig.log.lines.size();

        Rig.done(rig.here.repeats().recordDue());
        assertThat(rig.log.lines).as("not due yet").hasSize(lines);
        rig.time.pass(Duration.ofSeconds(31));
        Rig.done(rig.here.repeats().recordDue());

        assertThat(rig.log.lines).hasSize(lines + 1);
        assertThat(rig.log.lines.getLast().tries()).isEqualTo(7);
        assertThat(rig.log.lines.getLast().keyId()).isEqualTo(rig.phone.keyId);
        Rig.done(rig.here.repeats().recordAll());
        assertThat(rig.log.lines).as("each try is counted once").hasSize(lines + 1);
    }

    @Test
    void areAllCountedAtShutdown() {
        scanRefused(5);

        Rig.done(rig.here.repeats().recordAll());

        assertThat(rig.log.lines.getLast().tries()).isEqualTo(2);
    }

    @Test
    void keepTheirCountWhileTheLogIsDown() {
        scanRefused(5);
        rig.log.down = true;
        assertThat(rig.here.repeats().recordAll().failed()).isTrue();
        rig.log.down = false;

        Rig.done(rig.here.repeats().recordDue());

        assertThat(rig.log.lines.getLast().tries()).isEqualTo(2);
    }

    @Test
    void areKnownAtOneTerminalOnly() {
        String code = usedCode();
        for (int i = 0; i < 5; i++) {
            scan(BANK, code);
        }

        assertRefused(scan(BANK_TOO, code), Refusal.ALREADY_USED);
    }

    @Test
    void areNotHeldAgainstAnotherPurpose() {
        String code = rig.mint(CodeType.CLEARANCE, rig.time.seconds());
        for (int i = 0; i < 5; i++) {
            rig.verify(ask(BANK, "wrong " + i, code, ACCOUNT));
        }

        verified(rig.verify(ask(BANK, "right", code, LANE)));
    }

    @Test
    void tellTheAgeAsItGrows() {
        String code = rig.mint(CodeType.EID, rig.time.seconds() - 200);
        for (int i = 0; i < 3; i++) {
            scan(BANK, code);
        }
        rig.time.pass(Duration.ofSeconds(50));

        Outcome.RefusedAgain again = (Outcome.RefusedAgain) scan(BANK, code);

        assertThat(again.why().ageSeconds()).hasValue(250);
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"SUSPENDED", "CARD_EXPIRED", "CARD_CANCELLED", "LANE_NOT_ELIGIBLE", "KEY_LEVEL_TOO_LOW"})
    void doNotIncludeWhatMayEnd(Refusal refusal) {
        String code = rig.code();
        rig.arbiter.standing.put(rig.phone.keyId, refusal);
        for (int i = 0; i < 5; i++) {
            assertRefused(scan(BANK, code), refusal);
        }
        rig.arbiter.standing.clear();

        verified(scan(BANK, code));
    }

    @Test
    void doNotIncludeAClockThatWasAhead() {
        String code = rig.mint(CodeType.EID, rig.time.seconds() + 30);
        for (int i = 0; i < 5; i++) {
            assertRefused(scan(BANK, code), Refusal.CLOCK_SKEW);
        }
        rig.time.pass(Duration.ofSeconds(20));

        verified(scan(BANK, code));
    }

    @Test
    void areAskedOfTheArbiterWhereItIsNotKnownWhoUsedTheCode() {
        String code = usedCode();
        for (int i = 0; i < 5; i++) {
            int asked = rig.arbiter.asked;
            assertRefused(rig.verifyThere(ask(BANK, "there " + i, code, ACCOUNT)), Refusal.ALREADY_USED);
            assertThat(rig.arbiter.asked).isEqualTo(asked + 1);
        }
    }

    @Test
    void takeNothingNewWhileEveryEntryHoldsACount() {
        for (int i = 0; i < 120; i++) {
            rig.log.lines.clear();
            String code = rig.mint(CodeType.EID, rig.time.seconds() - 200 - i);
            for (int tries = 0; tries < 4; tries++) {
                scan(BANK, code);
            }
            assertThat(rig.log.lines).hasSize(i < 100 ? 3 : 4);
        }
    }

    @Test
    void forgetTheOldestWithoutACountWhenTheTableIsFull() {
        for (int i = 0; i < 120; i++) {
            scan(BANK, rig.mint(CodeType.EID, rig.time.seconds() - 200 - i));
        }
        String code = rig.mint(CodeType.EID, rig.time.seconds() - 200);
        for (int tries = 0; tries < 3; tries++) {
            scan(BANK, code);
        }

        assertThat(scan(BANK, code)).isInstanceOf(Outcome.RefusedAgain.class);
    }

    @Test
    void makeRoomWhenTheyAreOver() {
        for (int i = 0; i < 120; i++) {
            scan(BANK, rig.mint(CodeType.EID, rig.time.seconds() - 200 - i));
        }
        rig.time.pass(Duration.ofMinutes(6));
        String code = rig.mint(CodeType.EID, rig.time.seconds() - 200);
        for (int tries = 0; tries < 3; tries++) {
            scan(BANK, code);
        }

        assertThat(scan(BANK, code)).isInstanceOf(Outcome.RefusedAgain.class);
    }

    private void scanRefused(int times) {
        String code = usedCode();
        for (int i = 0; i < times; i++) {
            scan(BANK, code);
        }
    }

    private String usedCode() {
        String code = rig.code();
        verified(scan(BANK, code));
        return code;
    }

    private Outcome scan(TerminalIdentity terminal, String code) {
        return rig.verify(ask(terminal, "key " + keys++, code, ACCOUNT));
    }
}
