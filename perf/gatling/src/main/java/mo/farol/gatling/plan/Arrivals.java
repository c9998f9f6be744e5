package mo.farol.gatling.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many people come, over time. They come whether the ones before were answered or not: an open model. */
public final class Arrivals {
    /** Of the peak, in the time between two waves, so that the gateways are warm and not idle. */
    private static final double BETWEEN_WAVES = 0.1;

    /** A day at a counter, nine to six: how much of it is over, and how much of the peak comes then. */
    private static final double[][] DAY = {
        {0, 0.2},
        {0.06, 0.9},
        {0.15, 0.7},
        {0.28, 1},
        {0.4, 0.6},
        {0.48, 0.25},
        {0.56, 0.35},
        {0.72, 0.8},
        {0.9, 0.5},
        {1, 0.1}
    };

    private Arrivals() {}

    /** Those who show codes for the first time. */
    public static List<Step> of(LoadPlan plan) {
        Pace pace = plan.pace();
        return switch (plan.simulation()) {
            case GATE_RUSH -> waves(pace, plan.waves());
            case COUNTER_DAY -> day(pace);
            case REPLAY_STORM -> steady(pace, pace.rate() * (1 - plan.again() / 100));
            case UNBIND_UNDER_LOAD, SOAK, NODE_LOSS -> steady(pace, pace.rate());
        };
    }

    /** Up to a rate, and then that rate. */
    static List<Step> steady(Pace pace, double rate) {
        return present(List.of(new Step(0, rate, pace.ramp()), new Step(rate, rate, pace.hold())));
    }

    private static List<Step> waves(Pace pace, int waves) {
        double low = pace.rate() * BETWEEN_WAVES;
        Duration top = pace.hold().dividedBy(waves);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < waves; i++) {
            steps.add(new Step(low, low, pace.ramp()));
            steps.add(new Step(low, pace.rate(), pace.ramp()));
            steps.add(new Step(pace.rate(), pace.rate(), top));
        }
        return present(steps);
    }

    private static List<Step> day(Pace pace) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < DAY.length; i++) {
            double share = DAY[i][0] - DAY[i - 1][0];
            Duration time = Duration.ofMillis(Math.round(pace.hold().toMillis() * share));
            steps.add(new Step(pace.rate() * DAY[i - 1][1], pace.rate() * DAY[i][1], time));
        }
        return present(steps);
    }

    private static List<Step> present(List<Step> steps) {
        return steps.stream().filter(step -> step.time().isPositive()).toList();
    }

    /** The time that all of it takes. */
    public static Duration time(List<Step> steps) {
        return steps.stream().map(Step::time).reduce(Duration.ZERO, Duration::plus);
    }

    /** How many come. */
    public static double people(List<Step> steps) {
        return steps.stream().mapToDouble(Step::people).sum();
    }

    /**
     * A stretch of time over which the rate changes evenly.
     *
     * @param from arrivals a second at its beginning
     * @param to arrivals a second at its end
     */
    public record Step(double from, double to, Duration time) {
        double people() {
            return (from + to) / 2 * time.toMillis() / 1000;
        }
    }
}
