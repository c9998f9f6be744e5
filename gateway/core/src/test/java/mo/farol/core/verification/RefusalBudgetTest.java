package mo.farol.core.verification;

import static mo.farol.core.verification.Rig.ACCOUNT;
import static mo.farol.core.verification.Rig.BANK;
import static mo.farol.core.verification.Rig.BANK_TOO;
import static mo.farol.core.verification.Rig.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;

class RefusalBudgetTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private int keys;

    @Test
    void stopsABindingWhoseCodesAreRefusedAgainAndAgainUntilItHasWaited() {
        Rig rig = new Rig(new RefusalRates(5, SECOND, 1_000, SECOND));
        for (int i = 0; i < 5; i++) {
            assertThat(ofTheWrongType(rig, BANK)).isInstanceOf(Outcome.Refused.class);
        }
        int lines = rig.log.lines.size();

        assertThat(ofTheWrongType(rig, BANK_TOO)).isEqualTo(new Outcome.TooMany(SECOND));
        assertThat(fresh(rig, BANK)).isEqualTo(new Outcome.TooMany(SECOND));
        assertThat(rig.log.lines).as("nothing more is written").hasSize(lines);

        rig.time.pass(SECOND);
        assertThat(fresh(rig, BANK)).isInstanceOf(Outcome.Verified.class);
    }

    @Test
    void countsWhatTheArbiterRefusedAsWell() {
        Rig rig = new Rig(new RefusalRates(3, SECOND, 1_000, SECOND));
        rig.arbiter.standing.put(rig.phone.keyId, Refusal.SUSPENDED);
        for (int i = 0; i < 3; i++) {
            assertThat(fresh(rig, BANK)).isInstanceOf(Outcome.Refused.class);
        }
        int asked = rig.arbiter.asked;

        assertThat(fresh(rig, BANK)).isEqualTo(new Outcome.TooMany(SECOND));
        assertThat(rig.arbiter.asked).isEqualTo(asked);
    }

    @Test
    void holdsATerminalBackFromRefusalsButNotFromAcceptances() {
        Rig rig = new Rig(new RefusalRates(1_000, SECOND, 4, SECOND));
        for (int i = 0; i < 4; i++) {
            assertThat(ofTheWrongType(rig, BANK)).isInstanceOf(Outcome.Refused.class);
        }

        assertThat(ofTheWrongType(rig, BANK)).isInstanceOf(Outcome.TooMany.class);
        assertThat(ofTheWrongType(rig, BANK_TOO)).isInstanceOf(Outcome.Refused.class);
        assertThat(fresh(rig, BANK)).isInstanceOf(Outcome.Verified.class);
    }

    private Outcome ofTheWrongType(Rig rig, TerminalIdentity terminal) {
        String code = rig.mint(CodeType.CLEARANCE, rig.time.seconds());
        return rig.verify(ask(terminal, "key " + keys++, code, ACCOUNT));
    }

    private Outcome fresh(Rig rig, TerminalIdentity terminal) {
        return rig.verify(ask(terminal, "key " + keys++, rig.code(), ACCOUNT));
    }
}
