package mo.farol.bench.goal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.world.Keycloak;
import mo.farol.bench.world.KeycloakDistribution;
import mo.farol.bench.world.PeerMissing;

/** P3: verifications against Keycloak's introspections, for the same CPU. */
public final class AgainstKeycloak implements Goal {
    /** An introspection costs many times as much as a verification, so a fifth as many are time enough. */
    private static final int FEWER = 5;

    private final Optional<Path> distribution;

    /** @param distribution when one was named */
    public AgainstKeycloak(Optional<Path> distribution) {
        this.distribution = distribution;
    }

    @Override
    public List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException {
        KeycloakDistribution found = KeycloakDistribution.find(bench.ground().product(), distribution);
        Stand stand = bench.usual();
        bench.say("starting Keycloak");
        Keycloak peer = Keycloak.start(bench.ground(), found);
        int count = bench.sizes().count();
        Peers.keycloak(peer, bench.wrk(), count);
        Pairs<Cost, Double> pairs = Pairs.take(
                bench.sizes().pairs(),
                number -> stand.accept(Way.HPKE, count),
                number -> Peers.keycloak(peer, bench.wrk(), count / FEWER));
        int number = 0;
        for (Pairs.Pair<Cost, Double> each : pairs.taken()) {
            bench.say("P3 pair %d: %s; Keycloak %.0f us", ++number, each.first(), each.second());
        }
        return List.of(Figure.of(
                        "P3",
                        Limit.atLeast(10),
                        pairs.series(each -> each.second() / each.first().total()))
                .noting("by HPKE, PostgreSQL and sealing counted"));
    }
}
