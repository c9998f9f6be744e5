package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.world.Haproxy;
import mo.farol.bench.world.PeerMissing;

/** P1: CPU of a full verification against HAProxy's bare ES256 check with a stick table. */
public final class AgainstHaproxy implements Goal {
    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException {
        Haproxy peer = bench.haproxy();
        Stand stand = bench.usual();
        int count = bench.sizes().count();
        Peers.haproxy(peer, bench.wrk(), count);
        Pairs<Both, Double> pairs = Pairs.take(
                bench.sizes().pairs(),
                number -> new Both(stand.accept(Way.HPKE, count), stand.accept(Way.TICKET, count)),
                number -> Peers.haproxy(peer, bench.wrk(), count));
        int number = 0;
        for (Pairs.Pair<Both, Double> each : pairs.taken()) {
            bench.say(
                    "P1 pair %d: by HPKE %s; by ticket %s; HAProxy %.1f us",
                    ++number, each.first().hpke(), each.first().ticket(), each.second());
        }
        return List.of(
                Figure.of(
                                "P1_hpke",
                                Limit.atMost(1.3),
                                pairs.series(each -> each.first().hpke().gateway() / each.second()))
                        .noting(inMicros(pairs)),
                Figure.of(
                        "P1_ticket",
                        Limit.atMost(0.95),
                        pairs.series(each -> each.first().ticket().gateway() / each.second())),
                Figure.of(
                        "P1_total",
                        Limit.atMost(1.9),
                        pairs.series(each -> each.first().hpke().total() / each.second())));
    }

    private static String inMicros(Pairs<Both, Double> pairs) {
        Series gateway = pairs.series(each -> each.first().hpke().gateway());
        Series postgres = pairs.series(each -> each.first().hpke().postgres());
        Series sealing = pairs.series(each -> each.first().hpke().sealing());
        return String.format(
                Locale.ROOT,
                "medians in us: gateway %.1f, PostgreSQL %.1f, sealing %.1f; HAProxy %.1f",
                gateway.median(),
                postgres.median(),
                sealing.median(),
                pairs.series(Pairs.Pair::second).median());
    }

    private record Both(Cost hpke, Cost ticket) {}
}
