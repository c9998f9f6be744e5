package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.figure.Limit;
import mo.farol.bench.figure.Series;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.world.Deployment;
import mo.farol.bench.world.GatewayNode;
import mo.farol.bench.world.Setup;

/** P10: what a verification costs with two nodes against one, and what clients with both addresses see when one dies. */
public final class TwoNodes implements Goal {
    @Override
    public List<Figure> take(Bench bench) throws IOException, SQLException, InterruptedException {
        int count = bench.sizes().count();
        Stand one = bench.usual();
        Stand two = bench.warm(bench.stand(Setup.of("two", 2, bench.sizes().residents())));
        Pairs<Cost, Cost> pairs = Pairs.take(
                bench.sizes().pairs(), number -> two.accept(Way.HPKE, count), number -> one.accept(Way.HPKE, count));
        int number = 0;
        for (Pairs.Pair<Cost, Cost> each : pairs.taken()) {
            bench.say("P10 pair %d: two nodes %s; one node %s", ++number, each.first(), each.second());
        }
        RetryLog log = loseANode(two);
        bench.say("P10: a node died; %s", log);
        log.requireAllVerified();
        return List.of(
                Figure.of(
                        "P10",
                        Limit.atMost(1.1),
                        pairs.series(
                                each -> each.first().total() / each.second().total())),
                Figure.of("P10_failed_retries", Limit.atMost(0), Series.of(log.failedLate()))
                        .noting("from 5 s after a node's death; " + log));
    }

    private static RetryLog loseANode(Stand two) throws IOException, InterruptedException {
        List<String> codes = two.codes().fresh(Way.HPKE, Phones.inTurn(two.residents()), RetryingClients.QUESTIONS);
        GatewayNode dying = two.deployment().gateways().getLast();
        RetryingClients clients = new RetryingClients(
                two.deployment().addresses(), codes, two.terminals().tokens(), Deployment.NAMES);
        return clients.run(dying::kill);
    }
}
