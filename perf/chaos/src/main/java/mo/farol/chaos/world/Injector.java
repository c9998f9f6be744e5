package mo.farol.chaos.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.chaos.fault.Fault;

/** Puts faults in place. One thread at a time. */
final class Injector {
    private final Gateways gateways;
    private final Database database;
    private final Cuts cuts;
    private final Replacements replacements;
    private final List<Background> rolling = new ArrayList<>();

    Injector(Gateways gateways, Database database, Cuts cuts, Operator operator) {
        this.gateways = gateways;
        this.database = database;
        this.cuts = cuts;
        this.replacements = new Replacements(database, cuts, operator);
    }

    List<Rewind> rewinds() {
        return replacements.rewinds();
    }

    Undo inject(Fault fault) throws IOException, SQLException, InterruptedException {
        return switch (fault) {
            case Fault.KillGateway(int node) -> killGateway(gateways.get(node));
            case Fault.FreezeGateway(int node, Duration _) -> freezeGateway(gateways.get(node));
            case Fault.KillPostgres _ -> killPostgres();
            case Fault.RestartPostgres _ -> restartPostgres(database.primary());
            case Fault.FreezePostgres _ -> freezePostgres(database.primary());
            case Fault.Cut cut -> cuts.cut(cut);
            case Fault.FullRestart _ -> fullRestart();
            case Fault.Failover _ -> replacements.failOver();
            case Fault.PointInTimeRestore _ -> replacements.restore();
            case Fault.ClockOffset(int node, Duration offset) -> setClock(gateways.get(node), offset);
            case Fault.RollingRestart _ -> roll();
        };
    }

    private static Undo killGateway(GatewayProcess gateway) throws IOException, InterruptedException {
        gateway.kill();
        return gateway::start;
    }

    private static Undo freezeGateway(GatewayProcess gateway) throws IOException, InterruptedException {
        gateway.freeze();
        return gateway::thaw;
    }

    private static Undo setClock(GatewayProcess gateway, Duration offset) throws IOException, InterruptedException {
        gateway.stop();
        gateway.startWithClock(offset);
        return () -> {
            gateway.stop();
            gateway.start();
        };
    }

    /**
     * Healed at whichever is the primary then: the killed one may have been replaced. One that lost its power may have
     * kept less than its standby has, which then cannot follow it.
     */
    private Undo killPostgres() throws IOException, InterruptedException {
        if (database.primary().runs()) {
            database.primary().kill();
        }
        return () -> {
            database.revivePrimary();
            if (database.primary().losesPower() && database.hasStandby()) {
                database.buildStandby();
            }
        };
    }

    private static Undo restartPostgres(PostgresServer server) throws IOException, InterruptedException {
        server.stop();
        server.start();
        return () -> {};
    }

    private static Undo freezePostgres(PostgresServer server) throws IOException, InterruptedException {
        server.freeze();
        return server::thaw;
    }

    private Undo fullRestart() throws IOException, InterruptedException {
        gateways.stopAll();
        database.restart();
        gateways.startAll();
        return () -> {};
    }

    private Undo roll() {
        rolling.add(Background.start("rolling restart", gateways::roll));
        return () -> {};
    }

    /** Waits for the end of what goes on by itself. */
    void awaitEnd() throws IOException, SQLException, InterruptedException {
        for (Background each : rolling) {
            each.join();
        }
        rolling.clear();
    }
}
