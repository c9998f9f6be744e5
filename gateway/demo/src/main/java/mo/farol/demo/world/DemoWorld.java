package mo.farol.demo.world;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mo.farol.demo.cast.CastBinder;
import mo.farol.demo.cast.Everybody;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.people.People;
import mo.farol.demo.seed.Catalogue;
import mo.farol.demo.seed.InstitutionSeeder;
import mo.farol.demo.seed.SeededInstitutions;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.standin.MailSink;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.standin.StandIns;
import mo.farol.demo.state.Children;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.Seeded;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.kit.PerfKit;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.KeysUnusable;
import mo.farol.server.keys.NewKeyFiles;

/** A running demo: PostgreSQL, stand-ins, gateways, people with phones. Closing it ends all of its processes. */
public final class DemoWorld implements AutoCloseable {
    private static final int TICKET_DAYS = 7;
    private static final String KIOSK = "kiosk-1";

    private final StateFolder folder;
    private final PrintStream out;
    private final Children children;
    private final List<AutoCloseable> open = Collections.synchronizedList(new ArrayList<>());
    private long began;

    private volatile boolean closed;

    /** Starts nothing yet. */
    public DemoWorld(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.children = new Children(folder.children());
    }

    /** Who is on every demo's roster. */
    public static People people() {
        return Cast.all();
    }

    /** Starts everything, in order, saying so; what was started before a failure is ended by {@link #close}. */
    public Running start(int gateways)
            throws IOException, GeneralSecurityException, SQLException, Waiting.StoreFailed, InterruptedException {
        if (children.endLeftovers() > 0) {
            out.println("ended what an earlier demo had left running");
        }
        Optional<Seeded> before = Seeded.read(folder.seeded());
        if (before.isEmpty()) {
            folder.forget();
        }
        folder.create();
        began = System.nanoTime();
        List<GatewayAddress> addresses = FreePorts.gateways(gateways);
        String issuer = addresses.getFirst().api().toString();
        Outside outside = keep(Outside.begin(folder, StandInAddresses.usual(), issuer));
        Database database = keep(Database.start(folder));
        children.add(database.postgres().process());
        makeKeys();
        database.migrate();
        tell("PostgreSQL on port " + database.postgres().port() + ", durable, its tables in place");

        GatewaySet set = keep(GatewaySet.start(folder, database, addresses, outside.addresses(), children));
        Optional<SeededInstitutions> institutions = Optional.empty();
        if (before.isEmpty()) {
            institutions = Optional.of(enterInstitutions(database));
        }
        StandIns standIns = outside.ready();
        tell("stand-ins (demo only) for sign-in, face checks, kiosks and mail");
        set.awaitReady();
        tell(gateways == 1 ? "a gateway at " + issuer : gateways + " gateways at " + urls(addresses));
        return populate(addresses, outside.addresses(), standIns.mail(), before, institutions);
    }

    /** Institutions, purposes and grants are entered through the store: there is no API for them yet. */
    private SeededInstitutions enterInstitutions(Database database)
            throws IOException, Waiting.StoreFailed, InterruptedException {
        try (DemoStore store = DemoStore.open(database.store(folder.keys()))) {
            return new InstitutionSeeder(store.registry()).enter(Catalogue.shipped());
        }
    }

    private Running populate(
            List<GatewayAddress> addresses,
            StandInAddresses outside,
            MailSink mail,
            Optional<Seeded> before,
            Optional<SeededInstitutions> institutions)
            throws IOException, InterruptedException {
        List<URI> urls = urls(addresses);
        Cast cast = new Cast();
        Seeded seeded = before.isPresent()
                ? cast.follow(before.get(), urls, outside.signIn())
                : cast.enter(urls, outside.signIn(), institutions.orElseThrow());
        if (before.isEmpty()) {
            tell(seeded.residents().size() + " synthetic residents and "
                    + seeded.terminals().size() + " terminals entered");
        }
        KitFile kits = kits(urls, institutions);
        Everybody everybody = keep(Everybody.of(
                cast.members(seeded),
                urls,
                urls.getFirst().toString(),
                outside,
                kits.terminal(KIOSK),
                folder.phones()));
        CastBinder.Missing missing = everybody.binder().bindMissing();
        missing.refused().forEach(out::println);
        tell(missing.bound() + " e-IDs bound to phones as an app does it, the others were already");
        PerfKit kit = kits.write(everybody.phones());
        seeded.write(folder.seeded());
        Summaries.write(folder, addresses, outside, seeded);
        return new Running(kit, kits, seeded, everybody, mail);
    }

    private KitFile kits(List<URI> urls, Optional<SeededInstitutions> institutions) throws IOException {
        String issuer = urls.getFirst().toString();
        return institutions.isEmpty()
                ? KitFile.of(folder.kit(), urls, issuer)
                : new KitFile(
                        folder.kit(),
                        urls,
                        issuer,
                        institutions.get().terminals().stream()
                                .map(SeededTerminal::kit)
                                .toList());
    }

    private void makeKeys() throws IOException, GeneralSecurityException {
        Secret password = new Secret(new Secrets(folder.secrets()).value("keys"));
        NewKeyFiles maker = new NewKeyFiles(new SecureRandom(), Clock.systemUTC());
        if (!Files.exists(folder.keys())) {
            maker.write(folder.keys(), password, TICKET_DAYS);
            return;
        }
        try {
            KeysConfig files = KeysConfig.in(folder.keys(), password);
            // A demo from before there was a public log, or from days ago.
            maker.addLogKey(files.signing(), password);
            maker.addTicketDays(files.codes(), password, TICKET_DAYS);
        } catch (KeysUnusable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<URI> urls(List<GatewayAddress> addresses) {
        return addresses.stream().map(GatewayAddress::api).toList();
    }

    private void tell(String what) {
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

    /**
     * What the main job and the commands need of a running demo.
     *
     * @param kit as it was when the demo started
     * @param kits writes it anew
     * @param mail what the gateways sent
     */
    public record Running(PerfKit kit, KitFile kits, Seeded seeded, Everybody everybody, MailSink mail) {}
}
