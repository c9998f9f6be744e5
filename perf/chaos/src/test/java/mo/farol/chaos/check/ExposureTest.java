package mo.farol.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final String KEY = "00000000000000aa";

    @Test
    void countsKillsThatStandAndChangesThatWereAcknowledged() {
        Told told = new Told()
                .fault("begins", "kill-gateway", 1)
                .fault("stands", "kill-gateway", 1)
                .fault("heals", "kill-gateway", 1)
                .fault("stands", "kill-postgres")
                .fault("stands", "failover")
                .fault("stands", "freeze-postgres")
                .act(Act.SUSPEND, KEY, Said.DONE)
                .act(Act.RESUME, KEY, Said.DONE)
                .act(Act.UNBIND, KEY, Said.DONE)
                .act(Act.BIND, KEY, Said.DONE)
                .act(Act.UNBIND, KEY, Said.BROKEN)
                .act(Act.SUSPEND_TERMINAL, "t1", Said.DONE);
        Exposure exposure = Exposure.of(told.history());
        assertThat(exposure).isEqualTo(new Exposure(3, 3));
        assertThat(exposure.plus(exposure)).isEqualTo(new Exposure(6, 6));
    }
}
