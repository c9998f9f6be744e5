package mo.farol.bench.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Growth;
import mo.farol.bench.figure.Interval;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.world.Deployment;
import mo.farol.bench.world.PeerMissing;
import mo.farol.bench.world.Setup;

/**
 * P5: what a verification costs in a database that has grown, against one with ten thousand bindings; whose code it is is
 * drawn uniformly. Nothing is released, so that what does not grow makes the ratio no smaller.
 */
public final class GrownDatabase implements Goal {
    private static final int SMALL = 10_000;
    private static final int WANTED = 10_000_000;
    private static final int RECORDS_EACH = 10;
    /** On disk, with its records, its indexes and the log of the fill. */
    private static final long BYTES_A_BINDING = 16_000;

    private static final int ENTERED = 1;

    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException {
        int rows = fitting(bench);
        Stand small = stand(bench, "small", SMALL);
        Stand large = stand(bench, "large", rows);
        int count = bench.sizes().count();
        // The ten thousand are in the gateway's cache by then; of millions most never are.
        cost(small, SMALL, Math.max(count, SMALL));
        cost(large, rows, Math.max(count, SMALL));
        Pairs<Cost, Cost> pairs = Pairs.take(
                bench.sizes().pairs(), number -> cost(large, rows, count), number -> cost(small, SMALL, count));
        int number = 0;
        for (Pairs.Pair<Cost, Cost> each : pairs.taken()) {
            bench.say("P5 pair %d: %d bindings %s; %d bindings %s", ++number, rows, each.first(), SMALL, each.second());
        }
        Series ratios =
                pairs.series(each -> each.first().total() / each.second().total());
        Figure ratio = Figure.of("P5", Limit.atMost(1.1), ratios).noting(note(rows, ratios));
        return ratios.count() < 2
                ? List.of(ratio)
                : List.of(
                        ratio,
                        Figure.of(
                                "P5_upper",
                                Limit.atMost(1.2),
                                Series.of(Interval.ofRatios(ratios).high())));
    }

    private static Stand stand(Bench bench, String name, int rows)
            throws IOException, SQLException, InterruptedException {
        return bench.stand(Setup.of(name, 1, ENTERED).filledWith(rows, (long) rows * RECORDS_EACH));
    }

    private static Cost cost(Stand stand, int rows, int count) throws IOException, SQLException, InterruptedException {
        Phones drawn = Phones.uniform(stand.deployment().chain(), rows, new SecureRandom());
        return stand.accept(Way.HPKE, drawn, Deployment.NOTHING, count);
    }

    /** As many as wanted, or as half of the free disk takes. */
    private static int fitting(Bench bench) throws IOException, PeerMissing {
        long free = Files.getFileStore(bench.ground().folder()).getUsableSpace() / 2;
        int rows = (int) Math.min(bench.sizes().rows(), free / BYTES_A_BINDING);
        if (rows <= SMALL) {
            throw new PeerMissing("the disk has no room for more than " + SMALL + " bindings and their records");
        }
        return rows;
    }

    private static String note(int rows, Series ratios) {
        return String.format(
                Locale.ROOT,
                "%,d bindings and %,d records; at %,d bindings %.2f, if it grows with their logarithm",
                rows,
                (long) rows * RECORDS_EACH,
                WANTED,
                Growth.extrapolate(ratios.median(), SMALL, rows, WANTED));
    }
}
