package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mo.farol.demo.gateway.ChildJvm;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.registry.SyntheticRegistry;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.TerminalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The public log while codes are verified and a registry is imported into the same database. With {@code
 * -Dfarol.load.seconds=60} it is loaded for that long and its figure means something.
 */
class SealingUnderLoadTest {
    private static final int RESIDENTS = 300;
    private static final int CONNECTIONS = 200;
    private static final int PER_SECOND = Integer.getInteger("farol.load.rate", 100);
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("farol.load.seconds", 3));
    private static final int IMPORTED = (int) (1_000 * RUN.toSeconds());
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private GatewayAddress address;
    private Deployment deployment;
    private PerfKit kit;

    @BeforeEach
    void serve() throws Exception {
        List<GatewayAddress> addresses = FreePorts.anywhere(1);
        address = addresses.getFirst();
        deployment = Deployment.in(Deployment.folder("sealing"), Optional.empty());
        kit = deployment.seed(RESIDENTS, addresses);
        deployment.startGateway(address, addresses, kit.issuer());
    }

    @AfterEach
    void stop() throws Exception {
        deployment.close();
    }

    @Test
    void sealsEveryRecordWhileARegistryIsImported() throws Exception {
        Metrics metrics = new Metrics(address);
        List<Double> oldest = new ArrayList<>();
        LoadFigures load;
        int status;
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> imported = beside.submit(this::importRegistry);
            Future<LoadFigures> loaded = beside.submit(this::load);
            while (!loaded.isDone()) {
                oldest.add(metrics.value("farol_log_oldest_unsealed_milliseconds"));
                Thread.sleep(LOOK_EVERY);
            }
            load = loaded.get();
            status = imported.get();
        }
        assertThat(status)
                .as("the import's status: guardianships of who has a phone need an event")
                .isOne();
        assertThat(Files.readString(importLog()))
                .contains(String.format(Locale.ROOT, "%,d added", IMPORTED - RESIDENTS));
        assertThat(load.lost()).isZero();
        assertThat(load.byName()).containsKey("200 verified");
        await().atMost(LONG)
                .until(() -> metrics.value("farol_log_published") == metrics.value("farol_log_size")
                        && metrics.value("farol_log_size") >= load.verified());
        oldest.sort(null);
        System.out.printf(
                "oldest unsealed record: p50 %.0f p99 %.0f most %.0f ms of %d looks; %s%n",
                oldest.get(oldest.size() / 2),
                oldest.get(oldest.size() * 99 / 100),
                oldest.getLast(),
                oldest.size(),
                load);
    }

    private LoadFigures load() throws Exception {
        Crowd crowd = new Crowd(kit, Optional.empty());
        LoadQuestions questions = new LoadQuestions(crowd, RESIDENTS, List.of(token(crowd)), List.of());
        try (OpenLoad load = new OpenLoad(address.port(), CONNECTIONS, questions)) {
            return load.run(PER_SECOND, RUN);
        }
    }

    private String token(Crowd crowd) throws Exception {
        try (TerminalClient terminal = crowd.terminal(0, kit.gateways())) {
            return terminal.accessToken();
        }
    }

    /** Those with phones among them, as they are. */
    private int importRegistry() throws Exception {
        Path file = Deployment.home("sealing").resolve("registry.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new SyntheticRegistry(Deployment.SEED, Deployment.TODAY, false).write(IMPORTED, out);
        }
        return new ProcessBuilder(ChildJvm.command(
                        "mo.farol.server.Main",
                        "import",
                        file.toString(),
                        "--config",
                        deployment.configFile(address).toString()))
                .redirectErrorStream(true)
                .redirectOutput(importLog().toFile())
                .start()
                .waitFor();
    }

    private static Path importLog() {
        return Deployment.home("sealing").resolve("import.log");
    }
}
