package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import mo.farol.bench.load.Wrk;
import mo.farol.bench.world.Deployment;
import mo.farol.bench.world.Ground;
import mo.farol.bench.world.Haproxy;
import mo.farol.bench.world.PeerMissing;
import mo.farol.bench.world.Setup;
import mo.farol.token.crypto.Crypto;

/** What the goals of one run share. */
public final class Bench {
    private final Ground ground;
    private final Sizes sizes;
    private final boolean quick;
    private final Wrk wrk;
    private final Consumer<String> out;
    private final Crypto crypto = Crypto.preferred().crypto();
    private Optional<Stand> usual = Optional.empty();
    private Optional<Haproxy> haproxy = Optional.empty();

    /** @param out is told, a line at a time, what was found in each step */
    public Bench(Ground ground, Sizes sizes, boolean quick, Wrk wrk, Consumer<String> out) {
        this.ground = ground;
        this.sizes = sizes;
        this.quick = quick;
        this.wrk = wrk;
        this.out = out;
    }

    Ground ground() {
        return ground;
    }

    Sizes sizes() {
        return sizes;
    }

    boolean quick() {
        return quick;
    }

    Crypto crypto() {
        return crypto;
    }

    void say(String format, Object... values) {
        out.accept(String.format(Locale.ROOT, format, values));
    }

    /** The deployment of one gateway that most goals use, warmed up. */
    Stand usual() throws IOException, SQLException, InterruptedException {
        if (usual.isEmpty()) {
            usual = Optional.of(warm(stand(Setup.of("usual", 1, sizes.residents()))));
        }
        return usual.get();
    }

    Stand stand(Setup setup) throws IOException, SQLException, InterruptedException {
        say(
                "starting %s: %d gateway(s), PostgreSQL, %d residents",
                setup.name(), setup.gateways(), setup.residents() + setup.filled());
        return Stand.of(Deployment.start(ground, setup, crypto), crypto, wrk);
    }

    /** Until the JIT compilers have seen both ways, and every institution everybody. */
    Stand warm(Stand stand) throws IOException, SQLException, InterruptedException {
        say("warming up");
        int count = Math.max(sizes.count(), stand.residents().size());
        stand.accept(Way.HPKE, count);
        stand.accept(Way.TICKET, count);
        return stand;
    }

    Haproxy haproxy() throws PeerMissing, IOException, InterruptedException {
        if (haproxy.isEmpty()) {
            haproxy = Optional.of(Haproxy.start(ground, crypto));
        }
        return haproxy.get();
    }

    Wrk wrk() {
        return wrk;
    }
}
