package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.fault.Fault;
import mo.farol.phone.kit.PerfKit;

/** A world of real processes. */
final class NamespacedWorld implements World {
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(120);

    private final Gateways gateways;
    private final Database database;
    private final Injector injector;
    private final PerfKit kit;
    private final People people;
    private final Truth truth;
    private final Path databases;
    private final Network network;
    private final Closing closing;
    private final List<InPlace> inPlace = new ArrayList<>();

    NamespacedWorld(
            Gateways gateways,
            Database database,
            Injector injector,
            PerfKit kit,
            People people,
            Truth truth,
            Path databases,
            Network network,
            Closing closing) {
        this.gateways = gateways;
        this.database = database;
        this.injector = injector;
        this.kit = kit;
        this.people = people;
        this.truth = truth;
        this.databases = databases;
        this.network = network;
        this.closing = closing;
    }

    static World start(Plan plan) throws IOException, SQLException, InterruptedException {
        if (Prerequisites.missing().isPresent()) {
            throw new IOException(Prerequisites.missing().get());
        }
        Leftovers.remove();
        Closing closing = new Closing();
        Thread atExit = Thread.ofPlatform().unstarted(() -> closeAtExit(closing));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            World world = WorldBuilder.build(plan, closing);
            world.awaitHealthy(HEALTHY_WITHIN);
            return world;
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            closing.run();
            throw e;
        }
    }

    private static void closeAtExit(Closing closing) {
        try {
            closing.run();
        } catch (IOException e) {
            System.err.println("the world could not be taken down: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Node> nodes() {
        return gateways.nodes();
    }

    @Override
    public PerfKit kit() {
        return kit;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Truth truth() {
        return truth;
    }

    @Override
    public Instant databaseTime() throws SQLException {
        return database.now();
    }

    @Override
    public boolean healthy(int node) throws InterruptedException {
        return gateways.get(node).ready();
    }

    @Override
    public void inject(Fault fault) throws IOException, SQLException, InterruptedException {
        inPlace.add(new InPlace(fault, injector.inject(fault)));
    }

    @Override
    public void heal(Fault fault) throws IOException, SQLException, InterruptedException {
        for (Iterator<InPlace> each = inPlace.iterator(); each.hasNext(); ) {
            InPlace one = each.next();
            if (one.fault().equals(fault)) {
                each.remove();
                one.undo().run();
                return;
            }
        }
    }

    @Override
    public void awaitHealthy(Duration within) throws IOException, SQLException, InterruptedException {
        injector.awaitEnd();
        gateways.awaitReady(within);
        Patience.until(within, "the standby follows", database::followed);
    }

    @Override
    public void awaitFloorPassed(Duration within) throws IOException, InterruptedException {
        Patience.until(within, "codes that are made now are young enough", database::floorPassed);
    }

    @Override
    public void awaitDrained(Duration within) throws IOException, InterruptedException {
        Patience.until(within, "the log is sealed up to now", database::drained);
    }

    @Override
    public List<String> elsewhere(List<String> command) throws IOException, InterruptedException {
        return network.place("elsewhere", Layout.ELSEWHERE)
                .inside(new CommandLine(command, Map.of()))
                .words();
    }

    @Override
    public Path databases() {
        return databases;
    }

    @Override
    public List<Rewind> rewinds() {
        return injector.rewinds();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closing.run();
    }

    private record InPlace(Fault fault, Undo undo) {}
}
