package mo.farol.bench.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.bench.goal.AgainstHaproxy;
import mo.farol.bench.goal.AgainstKeycloak;
import mo.farol.bench.goal.Goal;
import mo.farol.bench.goal.GrownDatabase;
import mo.farol.bench.goal.HotPath;
import mo.farol.bench.goal.Memory;
import mo.farol.bench.goal.OpenLoopLatency;
import mo.farol.bench.goal.ReplaysAndGarbage;
import mo.farol.bench.goal.Starting;
import mo.farol.bench.goal.TwoNodes;

/** The goals, in the order in which they are taken. */
enum GoalName {
    P1,
    P2,
    P3,
    P4,
    P5,
    P6,
    P7,
    P8,
    P10;

    /** @param names with commas, such as {@code P1,P6} */
    static Set<GoalName> parse(String names) throws UsageError {
        Set<GoalName> goals = EnumSet.noneOf(GoalName.class);
        for (String name : names.split(",", -1)) {
            goals.add(Arrays.stream(values())
                    .filter(goal -> goal.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new UsageError("there is no goal " + name + ": give some of " + all())));
        }
        return goals;
    }

    static String all() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(","));
    }

    Goal goal(Options options) {
        return switch (this) {
            case P1 -> new AgainstHaproxy();
            case P2 -> new HotPath();
            case P3 -> new AgainstKeycloak(options.keycloak());
            case P4 -> new OpenLoopLatency();
            case P5 -> new GrownDatabase();
            case P6 -> new ReplaysAndGarbage();
            case P7 -> new Memory();
            case P8 -> new Starting();
            case P10 -> new TwoNodes();
        };
    }
}
