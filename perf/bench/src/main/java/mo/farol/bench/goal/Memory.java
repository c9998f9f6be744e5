package mo.farol.bench.goal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.mint.Texts;
import mo.farol.bench.world.Deployment;
import mo.farol.bench.world.GatewayNode;
import mo.farol.bench.world.PeerMissing;
import mo.farol.bench.world.Setup;

/**
 * P7: by how much the resident set grows with each live replay entry, and with each cached key. The gateway's tables grow
 * by half at a time, so each slope is taken from just after one such growth to just after the next; a full collection
 * before each look gives back what is not in use.
 */
public final class Memory implements Goal {
    /** The heap follows what lives in it, and its young part stays as it is. */
    private static final List<String> FLAGS =
            List.of("-Xms64m", "-Xmx2g", "-Xmn32m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=6");

    private static final int FEW = 2_000;
    /** More Idempotency-Keys than the gateway keeps, so that their table does not grow any more. */
    private static final int KEYS_KEPT = 140_000;
    /** A replay entry is forgotten after 180 s. */
    private static final Duration IN_TIME = Duration.ofSeconds(170);

    private static final int LOOKS = 3;

    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException {
        int first = bench.sizes().entries();
        int second = first + first / 2;
        int third = second + second / 2;
        Stand stand = bench.stand(
                Setup.of("memory", 1, 1).filledWith(FEW + third - second, 0).withFlags(FLAGS));
        List<Ask> steps = mint(stand, first, second - first, third - second);
        fillTheRetryTable(stand);
        GatewayNode gateway = stand.deployment().gateways().getFirst();
        long began = System.nanoTime();
        stand.send(steps.get(0));
        long before = resident(gateway);
        stand.send(steps.get(1));
        long between = resident(gateway);
        stand.send(steps.get(2));
        long after = resident(gateway);
        if (System.nanoTime() - began > IN_TIME.toNanos()) {
            throw new PeerMissing("this machine is so slow that replay entries ended while they were counted");
        }
        double entry = (between - before) / (double) (second - first);
        double both = (after - between) / (double) (third - second);
        bench.say(
                "P7: %.1f MiB with %d replay entries, %.1f with %d, %.1f with %d and %d more keys",
                mebi(before), first, mebi(between), second, mebi(after), third, third - second);
        String note = String.format(Locale.ROOT, "bytes; from %,d to %,d entries", first, second);
        return List.of(
                Figure.of("P7_replay", Limit.atMost(64), Series.of(entry)).noting(note),
                Figure.of("P7_key", Limit.atMost(300), Series.of(both - entry))
                        .noting(String.format(Locale.ROOT, "bytes; %,d keys", third - second)));
    }

    /** Everything is made before: codes live for ten minutes, and replay entries for three. */
    private static List<Ask> mint(Stand stand, int preload, int more, int strangers) throws IOException {
        Phones few = Phones.inTurn(stand.deployment().chain().phones(0, FEW));
        Phones many = Phones.inTurn(stand.deployment().chain(), FEW, FEW + strangers);
        return List.of(
                mint(stand, "preload.txt", few, preload),
                mint(stand, "more.txt", few, more),
                mint(stand, "strangers.txt", many, strangers));
    }

    private static Ask mint(Stand stand, String name, Phones phones, int count) throws IOException {
        Path file = stand.file(name);
        stand.codes().write(file, Way.TICKET, phones, count);
        return new Ask(file, count, Deployment.NOTHING, "verified");
    }

    /** Rubbish is soonest answered, and its Idempotency-Key is kept like any other. */
    private static void fillTheRetryTable(Stand stand) throws IOException, InterruptedException {
        Texts texts = stand.codes().texts(Way.HPKE, Phones.inTurn(stand.residents()));
        Path file = stand.file("rubbish.txt");
        String rubbish = texts.unparsable();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < KEYS_KEPT; i++) {
                out.append(rubbish).append('\n');
            }
        }
        stand.send(new Ask(file, KEYS_KEPT, Deployment.NOTHING, "not_recognised"));
    }

    /** The least of some looks: what else the process was at is not what is measured. */
    private static long resident(GatewayNode gateway) throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            least = Math.min(least, gateway.residentBytes());
        }
        return least;
    }

    private static double mebi(long bytes) {
        return bytes / 1048576.0;
    }
}
