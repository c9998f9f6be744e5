package mo.farol.bench.goal;

import java.io.IOException;
import java.nio.file.Path;
import mo.farol.bench.load.Questions;
import mo.farol.bench.load.Tally;
import mo.farol.bench.load.Wrk;
import mo.farol.bench.world.Haproxy;
import mo.farol.bench.world.Keycloak;

/** What a request costs the peers: microseconds of CPU. */
final class Peers {
    private Peers() {}

    /** Every token is fresh and must be accepted. */
    static double haproxy(Haproxy peer, Wrk wrk, int count) throws IOException, InterruptedException {
        Path tokens = peer.mint(count);
        long before = peer.micros();
        Tally tally = wrk.run(Questions.bearers(peer.address(), tokens, count));
        long after = peer.micros();
        tally.require("accepted", count);
        return (after - before) / (double) count;
    }

    /** Every token must be active. */
    static double keycloak(Keycloak peer, Wrk wrk, int count) throws IOException, InterruptedException {
        Path tokens = peer.tokens(count);
        long before = peer.micros();
        Tally tally = wrk.run(
                Questions.introspections(peer.address(), tokens, count, peer.path(), peer.idlePath(), peer.basic()));
        long after = peer.micros();
        tally.require("active", count);
        return (after - before) / (double) count;
    }
}
