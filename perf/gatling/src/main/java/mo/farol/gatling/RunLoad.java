package mo.farol.gatling;

import io.gatling.app.Gatling;

/** Runs the simulation and leaves its report under the folder given: {@code RunLoad REPORTS}. */
public final class RunLoad {
    private RunLoad() {}

    public static void main(String[] args) {
        String reports = args.length == 0 ? "target/gatling" : args[0];
        Gatling.main(
                new String[] {"--simulation", VerificationSimulation.class.getName(), "--results-folder", reports});
    }
}
