package mo.farol.gatling.plan;

import java.nio.file.Path;
import java.util.List;

/**
 * One run: what is loaded, how hard, and what is asked of it. What a simulation does not take is 0 or empty.
 *
 * @param waves ramps, one after the other
 * @param again percent of the requests that show a code shown before
 * @param unbinds residents a second who unbind
 * @param losses gateways that must be lost meanwhile
 * @param out the folder that the report goes into
 */
public record LoadPlan(
        SimulationName simulation,
        Target target,
        Pace pace,
        Limits limits,
        Watched watched,
        int waves,
        double again,
        double unbinds,
        int losses,
        Path out) {

    private static final int LONGEST = 30 * 24 * 3600;
    private static final int FASTEST = 100_000;

    /**
     * @param flags as they were typed
     * @param out where the report goes unless a flag says otherwise
     * @throws UsageError when one is missing, unknown or not of its kind
     */
    public static LoadPlan of(SimulationName simulation, List<String> flags, Path out) throws UsageError {
        Arguments given = Arguments.parse(simulation, flags);
        return new LoadPlan(
                simulation,
                new Target(
                        Path.of(given.required(Flag.KIT)),
                        given.addresses(Flag.GATEWAYS),
                        given.list(Flag.PURPOSE),
                        given.text(Flag.TRUSTSTORE).map(Path::of)),
                new Pace(
                        given.number(Flag.RATE, 0.1, FASTEST),
                        given.seconds(Flag.RAMP, 0, LONGEST),
                        given.seconds(Flag.SECONDS, 1, LONGEST)),
                new Limits(
                        given.text(Flag.P99).isPresent() ? given.count(Flag.P99, 1, LONGEST) : 0,
                        given.number(Flag.ERRORS, 0, 100)),
                new Watched(given.addresses(Flag.METRICS), given.seconds(Flag.EVERY, 1, LONGEST)),
                given.count(Flag.WAVES, 1, 1000),
                given.number(Flag.AGAIN, 0, 99),
                given.number(Flag.UNBINDS, 0.01, FASTEST),
                given.count(Flag.LOSSES, 0, 1000),
                given.text(Flag.OUT).map(Path::of).orElse(out));
    }
}
