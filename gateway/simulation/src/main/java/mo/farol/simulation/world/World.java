package mo.farol.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.simulation.client.Link;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.gateway.Bus;
import mo.farol.simulation.gateway.Machine;
import mo.farol.simulation.gateway.WallClock;
import mo.farol.simulation.history.History;
import mo.farol.simulation.history.Trace;
import mo.farol.simulation.history.Violation;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.phone.Wallet;
import mo.farol.simulation.planted.Planted;
import mo.farol.simulation.postgres.Server;
import org.jspecify.annotations.Nullable;

/** One seed's world, from its beginning to its end. */
public final class World {
    private static final long WARM_UP = 3 * Nanos.SECOND;
    private static final long SLICE = 250 * Nanos.MILLI;
    private static final long QUIET = 40 * Nanos.SECOND;
    private static final long LAST_WORDS = 5 * Nanos.SECOND;

    private final Timeline timeline = new Timeline();
    private final Chance chance;
    private final History history;
    private final List<Site> sites = new ArrayList<>();
    private final Scenes scenes;
    private final Acts acts;
    private final Troubles troubles;
    private final long busyUntil;

    /** @param trace where to write what happens, or null */
    public World(Town town, long seed, Planted planted, @Nullable Appendable trace) {
        this.chance = new Chance(seed);
        Server server = new Server(timeline, chance.split(), planted, Town.EPOCH_MILLIS, town.founding());
        this.history = new History(timeline, trace == null ? Trace.off(timeline) : Trace.to(timeline, trace), server);
        Wallet wallet = new Wallet(town, chance.split().source());
        Bus bus = new Bus(timeline, chance.split(), (int) chance.between(2, 12));
        int nodes = (int) chance.between(2, 4);
        for (int number = 0; number < nodes; number++) {
            Link link = new Link(timeline, chance.split());
            Chance own = chance.split();
            sites.add(
                    new Site(new Machine(number, timeline, own, clock(own), link, server, bus, town, wallet), history));
        }
        Counter counter = new Counter(timeline, chance.split(), history, sites, (int) chance.between(8, 200));
        Bindings bindings = new Bindings(town);
        this.scenes = new Scenes(timeline, chance.split(), counter, wallet, bindings, server);
        Clerk clerk = new Clerk(timeline, chance.split(), server, bus, town, history);
        this.acts = new Acts(timeline, chance.split(), clerk, scenes, bindings);
        this.troubles = new Troubles(timeline, chance.split(), server, bus, sites, history);
        this.busyUntil = chance.between(20, 60) * Nanos.SECOND;
    }

    /** @return the first promise that was broken */
    public Optional<Violation> run() {
        try {
            begin();
            runUntil(busyUntil + QUIET);
            if (history.violation().isEmpty()) {
                sites.forEach(Site::recordAll);
                runUntil(timeline.now() + LAST_WORDS);
                history.end(sites.stream().noneMatch(Site::lostCounts));
            }
        } catch (RuntimeException bug) {
            history.report("I10", "a bug of ours: " + bug + " at " + bug.getStackTrace()[0]);
        }
        return history.violation();
    }

    /** How many requests were sent. */
    public int asked() {
        return history.asks().size();
    }

    public History history() {
        return history;
    }

    private void begin() {
        sites.forEach(Site::start);
        boolean calm = chance.oneIn(5);
        int scenesInAll = (int) chance.between(8, 30);
        int actsInAll = (int) chance.between(0, 8);
        int troublesInAll = calm ? 0 : (int) chance.between(1, 10);
        for (int i = 0; i < scenesInAll; i++) {
            at(chance.between(WARM_UP, busyUntil), scenes::play);
        }
        for (int i = 0; i < actsInAll; i++) {
            at(chance.between(WARM_UP, busyUntil), acts::play);
        }
        for (int i = 0; i < troublesInAll; i++) {
            at(chance.between(WARM_UP, busyUntil), troubles::strike);
        }
    }

    private void at(long nanos, Runnable action) {
        timeline.at(nanos, action);
    }

    private void runUntil(long end) {
        while (timeline.now() < end && history.violation().isEmpty()) {
            timeline.runUntil(Math.min(end, timeline.now() + SLICE));
        }
    }

    private WallClock clock(Chance own) {
        long skewMillis = own.oneIn(3) ? own.between(-3_600_000, 3_600_000) : own.between(-500, 500);
        return new WallClock(timeline, own.source().nextLong() >> 8, own.between(-50, 50), skewMillis);
    }
}
