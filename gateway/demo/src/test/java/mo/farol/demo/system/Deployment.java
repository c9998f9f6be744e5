package mo.farol.demo.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.Registry;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.gateway.GatewayProcess;
import mo.farol.demo.people.Kind;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.demo.postgres.Postgres;
import mo.farol.demo.postgres.PostgresProgram;
import mo.farol.demo.postgres.PostgresTls;
import mo.farol.demo.postgres.Roles;
import mo.farol.demo.seed.InstitutionSeeder;
import mo.farol.demo.seed.ResidentSeeder;
import mo.farol.demo.seed.SeededResident;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.world.DemoStore;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.NewKeyFiles;
import mo.farol.store.StoreConfig;

/** A served set-up in a folder of its own: one PostgreSQL, one kit of people and terminals, gateways as asked for. */
final class Deployment implements AutoCloseable {
    private static final YAMLMapper YAML = new YAMLMapper();
    /** Of its people. */
    static final long SEED = 42;

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Path folder;
    private final Optional<Authority> authority;
    private final Secrets secrets;
    private final PostgresProgram program;
    private final List<GatewayProcess> gateways = new ArrayList<>();
    private final int postgresPort;
    private Postgres postgres;

    private Deployment(Path folder, Optional<Authority> authority) throws Exception {
        this.folder = folder;
        this.authority = authority;
        this.secrets = new Secrets(Files.createDirectories(folder.resolve("secrets")));
        this.program = PostgresProgram.in(Path.of("target", "postgres").toAbsolutePath());
        this.postgresPort = FreePorts.near(0);
        this.postgres = startPostgres();
    }

    /**
     * Starts and migrates PostgreSQL and makes the keys, in a fresh folder below {@code target}, where logs stay.
     *
     * @param authority with one, everything speaks TLS 1.3 and the gateways run in the production profile
     */
    static Deployment in(Path folder, Optional<Authority> authority) throws Exception {
        Deployment deployment = new Deployment(folder, authority);
        Roles.prepare(
                deployment.postgres,
                deployment.secrets.value("superuser"),
                deployment.secrets.value("ddl"),
                deployment.secrets.value("app"));
        new NewKeyFiles(new SecureRandom(), Clock.systemUTC())
                .write(deployment.keys(), new Secret(deployment.secrets.value("keys")), 2);
        return deployment;
    }

    /** Where the set-up of this name has its files. */
    static Path home(String name) {
        return Path.of("target", "system", name).toAbsolutePath();
    }

    /** An empty folder for the set-up of this name; what an earlier run left in it is gone. */
    static Path folder(String name) throws IOException {
        Path folder = home(name);
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private Postgres startPostgres() throws Exception {
        Path log = folder.resolve("postgres.log");
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        Optional<PostgresTls> tls = Optional.empty();
        if (authority.isPresent()) {
            tls = Optional.of(authority.get().issue("postgres"));
        }
        return Postgres.start(program, folder.resolve("pgdata"), postgresPort, secrets.file("superuser"), tls, log);
    }

    /** Starts PostgreSQL again after {@code postgres().kill()}, on the same data and port. */
    void restartPostgres() throws Exception {
        postgres = startPostgres();
    }

    /** Sends the server and all its workers a signal: STOP freezes them, CONT lets them go on. */
    void signalPostgres(String signal) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        ProcessHandle server = postgres.process();
        command.add(Long.toString(server.pid()));
        server.descendants().forEach(worker -> command.add(Long.toString(worker.pid())));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("PostgreSQL could not be sent " + signal);
        }
    }

    Postgres postgres() {
        return postgres;
    }

    /** Enters people and terminals of a kit, through the store. */
    PerfKit seed(int residents, List<GatewayAddress> addresses) throws Exception {
        return seed(addresses, registry -> new ResidentSeeder(registry, people()).enter(1, residents));
    }

    /** Enters one person with these values, and terminals of a kit. */
    PerfKit seedCanaries(Map<Field, String> fields, List<GatewayAddress> addresses) throws Exception {
        NewResident resident = new NewResident(fields, null, false);
        Person person = new Person(1, Kind.SENIOR, List.of(), resident);
        return seed(addresses, registry -> new ResidentSeeder(registry, n -> person).enter(1, 1));
    }

    private PerfKit seed(List<GatewayAddress> addresses, Entering entering) throws Exception {
        try (DemoStore store = DemoStore.open(storeConfig())) {
            List<KitTerminal> terminals = new InstitutionSeeder(store.registry())
                    .enter(KitCatalogue.named("system")).terminals().stream()
                            .map(SeededTerminal::kit)
                            .toList();
            return new PerfKit(
                    addresses.stream().map(this::api).toList(),
                    api(addresses.getFirst()).toString(),
                    terminals,
                    entering.into(store.registry()).stream()
                            .map(SeededResident::kit)
                            .toList());
        }
    }

    private interface Entering {
        List<SeededResident> into(Registry registry) throws Exception;
    }

    static Person person(int n) {
        return people().person(n);
    }

    private static People people() {
        return new People(SEED, TODAY);
    }

    URI api(GatewayAddress address) {
        return authority.isPresent() ? URI.create("https://127.0.0.1:" + address.port()) : address.api();
    }

    /**
     * Starts a gateway and waits until it is ready.
     *
     * @param cluster the addresses of its cluster; gateways of different lists hear nothing of each other
     */
    GatewayProcess startGateway(GatewayAddress self, List<GatewayAddress> cluster, String issuer) throws Exception {
        Path config = configFile(self);
        Files.writeString(config, YAML.writeValueAsString(config(self, cluster, issuer)));
        GatewayProcess gateway =
                GatewayProcess.start(self, config, folder.resolve("gateway-" + self.number() + ".log"));
        gateways.add(gateway);
        gateway.awaitReady();
        return gateway;
    }

    /** Where the configuration of this gateway is, once it was started. */
    Path configFile(GatewayAddress self) {
        return folder.resolve("gateway-" + self.number() + ".yaml");
    }

    private ObjectNode config(GatewayAddress self, List<GatewayAddress> cluster, String issuer) throws Exception {
        ObjectNode root = YAML.createObjectNode();
        root.put("profile", authority.isPresent() ? "production" : "demo")
                .put("synthetic", true)
                .put("issuer", issuer)
                .put("drain_seconds", 0);
        ObjectNode listener = root.putObject("listener").put("port", self.port());
        root.putObject("management").put("port", self.managementPort());
        ObjectNode store = root.putObject("store")
                .put("port", postgresPort)
                .put("database", Roles.DATABASE)
                .put("password_file", secrets.file("app").toString());
        if (authority.isPresent()) {
            PostgresTls tls = authority.get().issue("gateway-" + self.number());
            listener.putObject("tls")
                    .put("certificate", tls.certificate().toString())
                    .put("key", tls.key().toString());
            store.put("root_certificate", authority.get().certificate().toString());
            root.putObject("log")
                    .putArray("witness_files")
                    .add(folder.resolve("witness-" + self.number()).toString());
        }
        root.putObject("keys")
                .put("codes", keys().resolve("code-keys.p12").toString())
                .put("signing", keys().resolve("signing-keys.p12").toString())
                .put("at_rest", keys().resolve("at-rest-keys.p12").toString())
                .put("password_file", secrets.file("keys").toString());
        root.putObject("limits")
                .putObject("per_terminal")
                .put("per_second", 5000)
                .put("burst", 20_000);
        ObjectNode members = root.putObject("cluster")
                .put("profile", "dev")
                .put("secret_file", secrets.file("cluster").toString())
                .put("port", self.memberPort());
        var list = members.putArray("members");
        cluster.forEach(each -> list.add(each.member()));
        return root;
    }

    private StoreConfig storeConfig() throws IOException {
        return new StoreConfig(
                "127.0.0.1",
                postgresPort,
                Roles.DATABASE,
                "farol_app",
                secrets.value("app"),
                authority.map(Authority::certificate).orElse(null),
                2,
                keys().resolve("at-rest-keys.p12"),
                secrets.value("keys"),
                Duration.ofSeconds(45),
                Duration.ofSeconds(15),
                false);
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    @Override
    public void close() throws Exception {
        for (GatewayProcess gateway : gateways) {
            gateway.close();
        }
        postgres.close();
    }
}
