package mo.farol.gatling.command;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.gatling.simulation.CounterDay;
import mo.farol.gatling.simulation.GateRush;
import mo.farol.gatling.simulation.NodeLoss;
import mo.farol.gatling.simulation.ReplayStorm;
import mo.farol.gatling.simulation.Soak;
import mo.farol.gatling.simulation.UnbindUnderLoad;

/** Runs a simulation by Gatling. */
final class GatlingEngine {
    private static final int ASSERTIONS_FAILED = 2;

    private GatlingEngine() {}

    /** @return the exit status: clean, broken when an assertion did not hold, failed when it could not run */
    static int run(SimulationName name, Path out) {
        // Gatling's main would end this process before the findings are told.
        int status = Gatling$.MODULE$.fromArgs(
                new String[] {"--simulation", simulation(name).getName(), "--results-folder", out.toString()});
        return switch (status) {
            case 0 -> Exit.CLEAN;
            case ASSERTIONS_FAILED -> Exit.BROKEN;
            default -> Exit.FAILED;
        };
    }

    static Class<? extends Simulation> simulation(SimulationName name) {
        return switch (name) {
            case GATE_RUSH -> GateRush.class;
            case COUNTER_DAY -> CounterDay.class;
            case REPLAY_STORM -> ReplayStorm.class;
            case UNBIND_UNDER_LOAD -> UnbindUnderLoad.class;
            case SOAK -> Soak.class;
            case NODE_LOSS -> NodeLoss.class;
        };
    }
}
