package mo.farol.bench.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.load.Arrivals;
import mo.farol.bench.load.Latencies;
import mo.farol.bench.load.OpenLoop;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.world.Haproxy;
import mo.farol.bench.world.PeerMissing;
import mo.farol.phone.code.BoundEid;

/** P4: the 99th percentile at half of the gateway's own capacity, against HAProxy's at that rate and a batch's. */
public final class OpenLoopLatency implements Goal {
    private static final double P99 = 0.99;
    private static final int BATCHES = 3;
    /** Residents whose codes only the probe makes. */
    private static final int PROBES = 256;

    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException {
        Haproxy peer = bench.haproxy();
        Stand stand = bench.usual();
        List<BoundEid> all = stand.residents();
        List<BoundEid> people = all.subList(0, all.size() - PROBES);
        double rate = stand.accept(Way.HPKE, bench.sizes().count()).perSecond() / 2;
        int count = (int) (rate * bench.sizes().open().toSeconds());
        long[] due = Arrivals.poisson(count, rate);
        bench.say("P4: half of the gateway's capacity is %.0f a second", rate);
        try (BatchProbe probe = BatchProbe.open(
                stand.deployment(),
                bench.ground().product().redeemingStatement(),
                all.subList(all.size() - PROBES, all.size()),
                stand.codes().counter())) {
            int size = probe.sizeAt(rate);
            Pairs<Times, Double> pairs = Pairs.take(
                    bench.sizes().pairs(),
                    number -> {
                        List<String> codes = stand.codes().fresh(Way.HPKE, Phones.inTurn(people), count);
                        Times times = gateway(stand, codes, due, probe, size);
                        bench.say("P4 pair %d: %s, batches of %d", number, times, size);
                        return times;
                    },
                    number -> {
                        double millis = haproxy(peer, count, due);
                        bench.say("P4 pair %d: HAProxy p99 %.2f ms", number, millis);
                        return millis;
                    });
            return List.of(Figure.of(
                            "P4",
                            Limit.atMost(1),
                            pairs.series(each -> each.first().answers()
                                    / (each.second() + BATCHES * each.first().batches())))
                    .noting(note(pairs, rate)));
        }
    }

    private static Times gateway(Stand stand, List<String> codes, long[] due, BatchProbe probe, int size)
            throws IOException, SQLException, InterruptedException {
        List<byte[]> requests = Requests.verifications(codes, stand.terminals().tokens());
        CountDownLatch stop = new CountDownLatch(1);
        FutureTask<Latencies> batches = new FutureTask<>(() -> probe.run(size, stop));
        int port = stand.deployment().addresses().getFirst().getPort();
        try (OpenLoop load = new OpenLoop(port, Requests::outcome)) {
            Thread.ofPlatform().daemon().name("batches").start(batches);
            OpenLoop.Heard heard = load.run(requests, due);
            stop.countDown();
            heard.tally().require("verified", due.length);
            return new Times(
                    heard.answers().millis(P99),
                    heard.answers().millis(0.5),
                    heard.lateness().millis(P99),
                    batches.get().millis(P99));
        } catch (ExecutionException e) {
            throw new IOException("the batch beside the load failed: " + e.getMessage(), e);
        } finally {
            stop.countDown();
        }
    }

    private static double haproxy(Haproxy peer, int count, long[] due) throws IOException {
        List<byte[]> requests = Requests.bearers(Files.readAllLines(peer.mint(count)));
        try (OpenLoop load = new OpenLoop(peer.address().getPort(), Requests::status)) {
            OpenLoop.Heard heard = load.run(requests, due);
            heard.tally().require("200", due.length);
            return heard.answers().millis(P99);
        }
    }

    private static String note(Pairs<Times, Double> pairs, double rate) {
        return String.format(
                Locale.ROOT,
                "medians of p99 in ms at %.0f a second: gateway %.2f, HAProxy %.2f, a batch %.2f; asked late by %.2f",
                rate,
                pairs.series(each -> each.first().answers()).median(),
                pairs.series(Pairs.Pair::second).median(),
                pairs.series(each -> each.first().batches()).median(),
                pairs.series(each -> each.first().late()).median());
    }

    /** The gateway's and the batches' 99th percentiles in milliseconds, the median, and how late questions were asked. */
    private record Times(double answers, double median, double late, double batches) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "gateway p50 %.2f p99 %.2f ms (asked late by p99 %.2f), a batch p99 %.2f",
                    median,
                    answers,
                    late,
                    batches);
        }
    }
}
