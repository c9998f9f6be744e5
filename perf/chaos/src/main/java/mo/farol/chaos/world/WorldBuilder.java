package mo.farol.chaos.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.PerfKit;

/** Starts the parts of a world, those that can beside each other. */
final class WorldBuilder {
    private static final Duration LEAVES_ARCHIVE_WITHIN = Duration.ofSeconds(60);

    private final Plan plan;
    private final Closing closing;
    private final Owner owner;
    private final Layout layout;
    private final Network network;
    private final Product product;

    private WorldBuilder(Plan plan, Closing closing, Owner owner, Network network) throws IOException {
        this.plan = plan;
        this.closing = closing;
        this.owner = owner;
        this.layout = new Layout(plan.folder());
        this.network = network;
        this.product = Product.find(plan.front());
    }

    /** @param closing is told what is to be ended, also when this fails */
    static World build(Plan plan, Closing closing) throws IOException, SQLException, InterruptedException {
        Owner owner = Owner.self();
        new Layout(plan.folder()).create();
        Network network = Network.create(owner);
        closing.add(network::close);
        return new WorldBuilder(plan, closing, owner, network).build();
    }

    private World build() throws IOException, SQLException, InterruptedException {
        List<Node> nodes = layout.nodes(network);
        Secrets secrets = new Secrets(layout.secrets());
        Outside outside = Outside.start(
                product,
                network.place("outside", Layout.OUTSIDE),
                nodes.getFirst().api().toString(),
                layout.standIns(),
                layout.log("stand-ins"));
        Background keys = Background.start("keys", () -> makeKeys(secrets));
        Database database = database(secrets);
        keys.join();
        JsonNode sections = outside.sections();
        GatewayConfigs configs =
                new GatewayConfigs(nodes, database.address(), secrets, layout.keys(), plan.durable(), sections);
        for (Node node : nodes) {
            configs.write(layout.config(node.number()), node, List.of(layout.witness(node.number())));
        }
        configs.write(
                layout.operatorConfig(),
                nodes.getFirst(),
                nodes.stream().map(node -> layout.witness(node.number())).toList());
        String config = layout.config(1).toString();
        product.gateway("migrate", "--config", config).run();
        Gateways gateways = gateways(nodes);
        gateways.startAll();
        Background standby = Background.start("standby", database::buildStandby);
        kit(config);
        standby.join();
        database.keep();
        return world(nodes, database, gateways, sections);
    }

    private World world(List<Node> nodes, Database database, Gateways gateways, JsonNode sections)
            throws IOException, SQLException {
        PerfKit kit =
                PerfKit.read(layout.kit()).at(nodes.stream().map(Node::api).toList());
        Cuts cuts = new Cuts(
                gateways.all().stream().map(GatewayProcess::place).toList(),
                List.of(database.primary().place(), database.standby().place()),
                database.address());
        Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
        closing.add(transport::close);
        DatabaseTruth truth = new DatabaseTruth(database);
        return new NamespacedWorld(
                gateways,
                database,
                new Injector(gateways, database, cuts, operator(gateways)),
                kit,
                new WorldPeople(transport, sections.path("sign_in"), database, truth.institutions()),
                truth,
                layout.postgres(),
                network,
                closing);
    }

    /** The restores here end before the WAL does: for those the documentation has all bindings suspended. */
    private Operator operator(Gateways gateways) {
        String config = layout.operatorConfig().toString();
        return new Operator(
                gateways,
                product.gateway("raise-code-floor", "--config", config),
                product.gateway("restore", "--config", config, "--suspend-all", "--confirm"));
    }

    private void makeKeys(Secrets secrets) throws IOException, InterruptedException {
        product.gateway(
                        "keys",
                        "init",
                        "--out",
                        layout.keys().toString(),
                        "--password-file",
                        secrets.file("keys").toString())
                .run();
    }

    private Database database(Secrets secrets) throws IOException, SQLException, InterruptedException {
        DatabaseSetup setup = new DatabaseSetup(plan, layout, network, owner, secrets);
        // Run after the network's end, and so after that of everything that uses a disk.
        closing.addLast(() -> {
            for (Disk disk : setup.disks()) {
                disk.unmount();
                Files.deleteIfExists(disk.image());
            }
        });
        return setup.begin(Product.checkout().resolve(Product.ROLES));
    }

    private Gateways gateways(List<Node> nodes) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        closing.add(http::shutdownNow);
        List<GatewayProcess> all = new ArrayList<>();
        for (Node node : nodes) {
            String name = "gateway-" + node.number();
            Path config = layout.config(node.number());
            GatewayProcess gateway = new GatewayProcess(
                    node,
                    network.place(name, Layout.host(node.number())),
                    product.serve(node.number(), config),
                    layout.log(name),
                    http);
            closing.add(() -> end(gateway));
            all.add(gateway);
        }
        return new Gateways(all);
    }

    /** Stopped in order only where that leaves something. */
    private void end(GatewayProcess gateway) throws IOException, InterruptedException {
        if (gateway.node().number() == 1 && product.leavesArchive()) {
            gateway.stop(LEAVES_ARCHIVE_WITHIN);
        }
        gateway.retire();
    }

    private void kit(String config) throws IOException, InterruptedException {
        product.launcher(
                        "kit",
                        "--config",
                        config,
                        "--residents",
                        Integer.toString(plan.residents()),
                        "--out",
                        layout.kit().toString())
                .run();
    }
}
