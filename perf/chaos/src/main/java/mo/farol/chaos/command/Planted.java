package mo.farol.chaos.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import mo.farol.chaos.fault.Schedule;

/**
 * A deliberate bug to run with.
 *
 * @param frontClassPath put before the gateways' own class path
 * @param switches how the world differs from a good one, as the world names it
 * @param schedules the schedule for each seed: one in which the bug has its occasion
 */
public record Planted(
        String name, List<Path> frontClassPath, Map<String, String> switches, LongFunction<Schedule> schedules) {
    public Planted {
        frontClassPath = List.copyOf(frontClassPath);
        switches = Map.copyOf(switches);
    }

    /** Without a bug. */
    static Planted none(boolean quick) {
        return new Planted("", List.of(), Map.of(), seed -> Schedule.draw(seed, quick));
    }

    boolean isNone() {
        return name.isEmpty();
    }
}
