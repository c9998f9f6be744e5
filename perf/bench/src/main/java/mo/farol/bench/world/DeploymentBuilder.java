package mo.farol.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mo.farol.bench.mint.KeyChain;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;

/** Makes the parts of a deployment, in order. */
record DeploymentBuilder(Ground ground, Setup setup, PostgresServer postgres, GatewayConfigs configs) {
    /** Starts PostgreSQL, makes keys, configurations and tables. */
    static DeploymentBuilder begin(Ground ground, Setup setup) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createDirectories(ground.folder().resolve(setup.name()));
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        PostgresServer postgres = PostgresServer.start(ground.postgres(), folder, secrets, ground.children());
        ground.closing().add(postgres::stop);
        postgres.prepare(ground.product().roles(), secrets);
        List<Node> nodes = new ArrayList<>();
        for (int number = 1; number <= setup.gateways(); number++) {
            nodes.add(Node.free(number));
        }
        DeploymentBuilder builder = new DeploymentBuilder(
                ground, setup, postgres, new GatewayConfigs(folder, nodes, postgres.port(), secrets));
        builder.prepare();
        return builder;
    }

    private void prepare() throws IOException, InterruptedException {
        ground.product()
                .gateway(
                        List.of(),
                        "keys",
                        "init",
                        "--out",
                        configs.keys().toString(),
                        "--password-file",
                        configs.secrets().file("keys").toString())
                .run();
        for (Node node : configs.nodes()) {
            configs.write(node);
        }
        ground.product()
                .gateway(List.of(), "migrate", "--config", config().toString())
                .run();
    }

    Path folder() {
        return configs.folder();
    }

    private Path config() {
        return configs.file(configs.nodes().getFirst());
    }

    /** Enters people and terminals, and fills in more. */
    PerfKit fill(KeyChain chain) throws IOException, SQLException, InterruptedException {
        Path file = folder().resolve("kit.json");
        ground.product()
                .launcher(
                        List.of(),
                        "kit",
                        "--config",
                        config().toString(),
                        "--residents",
                        Integer.toString(setup.residents()),
                        "--out",
                        file.toString())
                .run();
        PerfKit kit = PerfKit.read(file);
        try (Connection connection = postgres.connect()) {
            List<KitTerminal> terminals = Enrolment.enter(connection);
            if (setup.filled() > 0) {
                new Population(connection).fill(chain, setup.filled(), setup.records());
            }
            return new PerfKit(kit.gateways(), kit.issuer(), terminals, kit.residents());
        }
    }

    /** Returns when all of them are ready. */
    List<GatewayNode> startGateways() throws IOException, InterruptedException {
        List<GatewayNode> gateways = new ArrayList<>();
        for (Node node : configs.nodes()) {
            GatewayNode gateway =
                    GatewayNode.of(ground.product(), node, configs.file(node), setup.flags(), ground.children());
            ground.closing().add(gateway::stop);
            gateway.start();
            gateways.add(gateway);
        }
        for (GatewayNode gateway : gateways) {
            gateway.awaitReady();
        }
        return gateways;
    }
}
