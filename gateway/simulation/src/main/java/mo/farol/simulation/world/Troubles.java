package mo.farol.simulation.world;

import java.util.ArrayList;
import java.util.List;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.gateway.Bus;
import mo.farol.simulation.history.History;
import mo.farol.simulation.postgres.ArbiterRow;
import mo.farol.simulation.postgres.Change;
import mo.farol.simulation.postgres.Server;

/** What goes wrong. Everything heals by itself. */
final class Troubles {
    private static final int KINDS = 16;
    private static final long TOLERANCE_SECONDS = 15;

    private final Timeline timeline;
    private final Chance chance;
    private final Server server;
    private final Bus bus;
    private final List<Site> sites;
    private final History history;
    private final List<Change> putBack = new ArrayList<>();

    Troubles(Timeline timeline, Chance chance, Server server, Bus bus, List<Site> sites, History history) {
        this.timeline = timeline;
        this.chance = chance;
        this.server = server;
        this.bus = bus;
        this.sites = sites;
        this.history = history;
    }

    /** One trouble, drawn by chance. */
    void strike() {
        Site site = chance.oneOf(sites);
        switch (chance.below(KINDS)) {
            case 0, 1 -> kill(site, millis(200, 5_000));
            case 2 -> freeze(site, millis(100, 20_000));
            case 3, 4 -> crash(millis(100, 4_000));
            case 5 -> freezeServer(millis(100, 8_000));
            case 6, 7 -> cut(site, chance.below(3), millis(50, 10_000));
            case 8, 9 -> reset(site);
            case 10 -> bus.partition(chance.below(sites.size() + 1) - 1, millis(500, 20_000));
            case 11 -> holdStandby(millis(100, 3_500));
            case 12 -> failOver();
            case 13 -> restore();
            case 14 -> site.clock().jump(chance.between(-120_000, 120_000));
            default -> restartRolling();
        }
    }

    private void kill(Site site, long down) {
        if (site.open()) {
            trouble("kill node " + site.number(), down);
            site.kill();
            timeline.after(down, () -> {
                if (!site.runs()) {
                    site.start();
                }
            });
        }
    }

    private void freeze(Site site, long nanos) {
        trouble("freeze node " + site.number(), nanos);
        site.freeze(nanos);
    }

    private void crash(long down) {
        if (server.accepting()) {
            trouble("crash the server", down);
            server.crash();
            timeline.after(down, this::startServer);
        }
    }

    private void startServer() {
        if (!server.accepting()) {
            server.start();
        }
    }

    private void freezeServer(long nanos) {
        trouble("freeze the server", nanos);
        server.process().freeze(nanos);
    }

    private void cut(Site site, int way, long nanos) {
        trouble("cut node " + site.number() + " from the server, way " + way, nanos);
        site.link().cut(way != 1, way != 2, nanos);
    }

    private void reset(Site site) {
        trouble("reset the connections of node " + site.number(), 0);
        site.resetConnections();
    }

    private void holdStandby(long nanos) {
        trouble("hold the standby", nanos);
        server.holdStandby(nanos);
        if (chance.oneIn(2)) {
            timeline.after(chance.between(0, nanos), () -> {
                trouble("cancel what waits for the standby", 0);
                server.cancelWaits();
            });
        }
    }

    private void failOver() {
        long down = millis(100, 3_000);
        long accepted = down + millis(200, 3_000);
        trouble("fail over", accepted);
        server.failOver(chance.between(-200, 200));
        comeUp(down, accepted);
    }

    /** The operator puts back what the restore forgot before anybody may decide again. */
    private void restore() {
        long down = millis(100, 3_000);
        long accepted = down + millis(200, 3_000);
        trouble("restore an earlier state", accepted);
        history.outages().restored(timeline.now());
        putBack.addAll(0, server.restore(chance.between(1, 20)));
        comeUp(down, accepted);
    }

    private void comeUp(long down, long accepted) {
        timeline.after(down, this::startServer);
        timeline.after(accepted, () -> raiseFloor(server.timelineId()));
    }

    private void raiseFloor(int timelineId) {
        if (timelineId != server.timelineId()) {
            // Another server came in the place of this one, and raises the floor itself.
            return;
        }
        if (!server.accepting()) {
            timeline.after(200 * Nanos.MILLI, () -> raiseFloor(timelineId));
            return;
        }
        long floor =
                Math.max(server.tables().arbiter().codeFloor(), server.databaseMillis() / 1000 + TOLERANCE_SECONDS);
        List<Change> changes = new ArrayList<>(putBack);
        changes.add(new Change.PutArbiter(new ArbiterRow(floor, timelineId)));
        boolean[] done = {false};
        server.change(changes, reply -> {
            done[0] = reply.error() == null && !reply.warned();
            if (done[0]) {
                history.trace().line(() -> "the floor is raised to " + floor);
                putBack.clear();
            }
        });
        trouble("wait for the floor", Nanos.SECOND);
        timeline.after(Nanos.SECOND, () -> {
            if (!done[0]) {
                raiseFloor(timelineId);
            }
        });
    }

    /** One after another, each empty before it ends: nobody should notice. */
    private void restartRolling() {
        history.trace().line(() -> "trouble: restart one node after another");
        restartFrom(0);
    }

    private void restartFrom(int index) {
        if (index < sites.size()) {
            sites.get(index).restartOrderly(() -> timeline.after(millis(500, 2_000), () -> restartFrom(index + 1)));
        }
    }

    private void trouble(String what, long nanos) {
        history.outages().add(timeline.now(), timeline.now() + nanos);
        history.trace().line(() -> "trouble: " + what + " for " + nanos / Nanos.MILLI + " ms");
    }

    private long millis(long least, long most) {
        return chance.mostly(least, most) * Nanos.MILLI;
    }
}
