package mo.farol.demo.world;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import mo.farol.core.registry.Registry;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.gateway.GatewayConfigFile;
import mo.farol.demo.gateway.GatewayProcess;
import mo.farol.demo.postgres.Roles;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.state.Children;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.Seeded;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.kit.PerfKit;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.NewKeyFiles;

/** A running demo: PostgreSQL, people, gateways. Closing it ends all of its processes. */
public final class DemoWorld implements AutoCloseable {
    private static final int TICKET_DAYS = 7;

    private final StateFolder folder;
    private final PrintStream out;
    private final Children children;
    private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());

    private volatile boolean closed;

    /** Starts nothing yet. */
    public DemoWorld(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.children = new Children(folder.children());
    }

    /** Starts everything, in order, saying so; what was started before a failure is ended by {@link #close}. */
    public Running start(int gateways)
            throws IOException, GeneralSecurityException, SQLException, Waiting.StoreFailed, InterruptedException {
        if (children.endLeftovers() > 0) {
            out.println("ended what an earlier demo had left running");
        }
        if (Seeded.read(folder.seeded()).isEmpty()) {
            folder.forget();
        }
        long began = System.nanoTime();
        Database database = keep(Database.start(folder));
        children.add(database.postgres().process());
        makeKeys();
        database.migrate();
        tell(began, "PostgreSQL on port " + database.postgres().port() + ", durable, its tables in place");

        List<GatewayAddress> addresses = FreePorts.gateways(gateways);
        List<GatewayProcess> processes = startGateways(database, addresses);
        List<URI> urls = addresses.stream().map(GatewayAddress::api).toList();
        String issuer = urls.getFirst().toString();
        DemoStore store = keep(DemoStore.open(database.store(folder.keys())));
        Seeded seeded = seed(store.registry(), urls, issuer, began);
        for (GatewayProcess process : processes) {
            process.awaitReady();
        }
        tell(began, gateways == 1 ? "a gateway at " + issuer : gateways + " gateways at " + urls);
        PerfKit kit = new Cast(folder).kit(urls, issuer);
        summary(addresses, issuer, seeded).write(folder.summary());
        return new Running(kit, seeded, store.registry());
    }

    private List<GatewayProcess> startGateways(Database database, List<GatewayAddress> addresses) throws IOException {
        Secrets secrets = new Secrets(folder.secrets());
        var around = new GatewayConfigFile.Surroundings(
                addresses.getFirst().api().toString(),
                database.postgres().port(),
                Roles.DATABASE,
                secrets.file("postgres-app"),
                secrets.file("postgres-ddl"),
                secrets.file("cluster"),
                folder.keys(),
                secrets.file("keys"));
        List<GatewayProcess> processes = new ArrayList<>();
        for (GatewayAddress address : addresses) {
            Path config = folder.gatewayConfig(address.number());
            GatewayConfigFile.write(config, address, addresses, around);
            GatewayProcess process = keep(GatewayProcess.start(address, config, folder.gatewayLog(address.number())));
            children.add(process.process());
            processes.add(process);
        }
        return processes;
    }

    private Seeded seed(Registry registry, List<URI> urls, String issuer, long began)
            throws IOException, Waiting.StoreFailed, InterruptedException {
        var before = Seeded.read(folder.seeded());
        if (before.isPresent()) {
            return before.get();
        }
        Seeded seeded = new Cast(folder).enter(registry, urls, issuer);
        tell(
                began,
                seeded.residents().size() + " synthetic residents and "
                        + seeded.terminals().size() + " terminals entered");
        return seeded;
    }

    private void makeKeys() throws IOException, GeneralSecurityException {
        if (!Files.exists(folder.keys())) {
            Secret password = new Secret(new Secrets(folder.secrets()).value("keys"));
            new NewKeyFiles(new SecureRandom(), Clock.systemUTC()).write(folder.keys(), password, TICKET_DAYS);
        }
    }

    private static DemoSummary summary(List<GatewayAddress> addresses, String issuer, Seeded seeded) {
        TreeSet<String> purposes = new TreeSet<>();
        seeded.terminals().forEach(terminal -> purposes.addAll(terminal.purposes()));
        return new DemoSummary(
                addresses.getFirst().api(),
                addresses.stream().map(GatewayAddress::api).toList(),
                null,
                addresses.getFirst().management(),
                addresses.stream().map(GatewayAddress::management).toList(),
                issuer,
                ProcessHandle.current().pid(),
                seeded.terminals(),
                seeded.residents(),
                List.copyOf(purposes),
                List.of());
    }

    private void tell(long began, String what) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
    }

    private <T extends AutoCloseable> T keep(T started) throws IOException {
        open.add(started);
        if (closed) {
            throw new IOException("the demo is being stopped");
        }
        return started;
    }

    /** Ends what was started, last first. What cannot be ended gently is told, and the rest is ended all the same. */
    @Override
    public void close() {
        closed = true;
        List<AutoCloseable> started = new ArrayList<>(open);
        open.clear();
        Collections.reverse(started);
        for (AutoCloseable each : started) {
            try {
                each.close();
            } catch (Exception e) {
                out.println("could not stop " + each.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        try {
            children.endLeftovers();
            Files.deleteIfExists(folder.summary());
        } catch (IOException e) {
            out.println("could not tidy " + folder.root() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the main job and the commands need of a running demo. */
    public record Running(PerfKit kit, Seeded seeded, Registry registry) {}
}
