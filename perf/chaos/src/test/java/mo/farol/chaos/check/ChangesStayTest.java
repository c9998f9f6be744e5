package mo.farol.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesStayTest {
    private static final String KEY = "00000000000000aa";
    private static final String OTHER = "00000000000000bb";
    private static final Line RESTORE = new Line.Rewound(999_000_000L, 1_001_000_000L);

    private final ChangesStay check = new ChangesStay();

    @Test
    void findsAnUnbindThatIsGone() {
        assertThat(new Told()
                        .act(Act.UNBIND, KEY, Said.DONE)
                        .with(new Line.Held(1, KEY, 1))
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void findsASuspensionThatIsGone() {
        assertThat(new Told()
                        .act(Act.SUSPEND, KEY, Said.DONE)
                        .with(new Line.Held(1, KEY, 1))
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void findsAnUnbindOfAnEarlierScheduleThatIsGone() {
        assertThat(new Told()
                        .with(new Line.Ended(KEY, 5))
                        .with(new Line.Held(1, KEY, 2))
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void isContentWhenAllIsAsAcknowledged() {
        assertThat(new Told()
                        .act(Act.SUSPEND, KEY, Said.DONE)
                        .act(Act.RESUME, KEY, Said.DONE)
                        .act(Act.UNBIND, "00000000000000bb", Said.DONE)
                        .act(Act.UNBIND, "00000000000000cc", Said.BROKEN)
                        .with(new Line.Held(1, KEY, 1))
                        .with(new Line.Held(2, "00000000000000bb", 4))
                        .with(new Line.Held(3, "00000000000000cc", 1))
                        .seenBy(check))
                .isEmpty();
    }

    @Test
    void countsAnEndThatARestoreMadeASuspension() {
        Findings findings = new Told()
                .act(Act.UNBIND, KEY, Said.DONE)
                .with(new Line.Ended(OTHER, 1_000_000_000L))
                .with(new Line.Held(1, KEY, 2))
                .with(new Line.Held(2, OTHER, 2))
                .with(RESTORE)
                .findings(check);
        assertThat(findings.violations()).isEmpty();
        assertThat(findings.excusedByRestore()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"UNBIND", "BIND", "SUSPEND"})
    void findsWhatARestoreMadeActiveAgain(Act act) {
        assertThat(new Told()
                        .act(act, KEY, Said.DONE)
                        .with(new Line.Held(1, KEY, 1))
                        .with(RESTORE)
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void findsAnEndOfAnEarlierScheduleThatARestoreUndid() {
        assertThat(new Told()
                        .with(new Line.Ended(KEY, 1_000_000_000L))
                        .with(new Line.Held(1, KEY, 1))
                        .with(RESTORE)
                        .seenBy(check))
                .hasSize(1);
    }
}
