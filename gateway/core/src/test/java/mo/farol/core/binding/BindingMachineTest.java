package mo.farol.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BindingMachineTest {
    @Test
    void beginsOnlyWithABinding() {
        assertThat(BindingMachine.next(null, BindingAct.BIND)).contains(BindingStatus.ACTIVE);
        for (BindingAct act : BindingAct.values()) {
            if (act != BindingAct.BIND) {
                assertThat(BindingMachine.step(null, act)).isEqualTo(new BindingMachine.Step.NotThere());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SUSPEND, SUSPENDED",
        "ACTIVE, UNBIND, UNBOUND",
        "ACTIVE, SUPERSEDE, SUPERSEDED",
        "SUSPENDED, RESUME, ACTIVE",
        "SUSPENDED, UNBIND, UNBOUND",
        "SUSPENDED, SUPERSEDE, SUPERSEDED"
    })
    void hasTheseSteps(BindingStatus from, BindingAct act, BindingStatus to) {
        assertThat(BindingMachine.next(from, act)).contains(to);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, BIND, BOUND_MEANWHILE",
        "ACTIVE, RESUME, NOT_SUSPENDED",
        "SUSPENDED, BIND, BOUND_MEANWHILE",
        "SUSPENDED, SUSPEND, ALREADY_SUSPENDED"
    })
    void refusesTheOthersOfALiveBinding(BindingStatus from, BindingAct act, BindingRefusal why) {
        assertThat(BindingMachine.step(from, act)).isEqualTo(new BindingMachine.Step.Refused(why));
        assertThat(BindingMachine.next(from, act)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BindingAct.class)
    void letsNothingFollowAnEnd(BindingAct act) {
        Map.of(
                        BindingStatus.SUPERSEDED, BindingRefusal.ALREADY_SUPERSEDED,
                        BindingStatus.UNBOUND, BindingRefusal.ALREADY_UNBOUND)
                .forEach((from, why) ->
                        assertThat(BindingMachine.step(from, act)).isEqualTo(new BindingMachine.Step.Refused(why)));
    }
}
