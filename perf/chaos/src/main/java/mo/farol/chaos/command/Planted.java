package mo.farol.chaos.command;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.world.Plan;

/**
 * A deliberate bug to run with.
 *
 * @param plan how the world differs from a good one: classes before the product's own, a standby that is not waited for
 * @param schedules the schedule for each seed: one in which the bug has its occasion
 * @param promises the numbers of those of which it breaks one; none when there is no bug
 */
public record Planted(String name, UnaryOperator<Plan> plan, LongFunction<Schedule> schedules, List<String> promises) {
    public Planted {
        promises = List.copyOf(promises);
    }

    /** Without a bug. */
    static Planted none(boolean quick) {
        return new Planted("", UnaryOperator.identity(), seed -> Schedule.draw(seed, quick), List.of());
    }

    boolean isNone() {
        return name.isEmpty();
    }
}
