package mo.farol.bench.goal;

import java.time.Duration;

/**
 * How much of everything.
 *
 * @param pairs taken alternately
 * @param count requests in a step
 * @param residents of the deployments, entered with real fields
 * @param replayed codes that are shown again and again; every terminal must get the same ones each time
 * @param open how long people come in an open loop
 * @param rows bindings in the larger database of P5; ten access records for each
 * @param entries replay entries at which P7 begins: just above a size at which the gateway's table grows
 * @param starts of a gateway and of a demo
 */
public record Sizes(
        int pairs, int count, int residents, int replayed, Duration open, int rows, int entries, int starts) {
    public static Sizes full() {
        return new Sizes(5, 20_000, 10_000, 4_096, Duration.ofSeconds(20), 1_000_000, 164_000, 5);
    }

    /** Minutes instead of an hour; the spreads are as wide as that. */
    public static Sizes quick() {
        return new Sizes(2, 3_000, 1_500, 1_024, Duration.ofSeconds(5), 50_000, 109_000, 2);
    }

    public Sizes withPairs(int wanted) {
        return new Sizes(wanted, count, residents, replayed, open, rows, entries, starts);
    }

    public Sizes withCount(int wanted) {
        return new Sizes(pairs, wanted, residents, replayed, open, rows, entries, starts);
    }

    public Sizes withRows(int wanted) {
        return new Sizes(pairs, count, residents, replayed, open, wanted, entries, starts);
    }
}
