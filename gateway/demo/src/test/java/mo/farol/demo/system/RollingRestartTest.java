package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.gateway.GatewayProcess;
import mo.farol.demo.postgres.Roles;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollingRestartTest {
    private static final int RESIDENTS = 6;

    /** Between two codes of one resident: a gateway that starts on the same two cores must get some of them. */
    private static final Duration PACE = Duration.ofMillis(150);

    private static final Duration LONG = Duration.ofSeconds(40);

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicInteger verified = new AtomicInteger();
    private final Map<String, Integer> otherwise = new ConcurrentHashMap<>();
    private final Map<String, Integer> receipts = new ConcurrentHashMap<>();
    private final List<GatewayProcess> gateways = new ArrayList<>();
    private List<GatewayAddress> addresses = List.of();
    private Deployment deployment;
    private PerfKit kit;
    private Crowd crowd;

    @BeforeEach
    void serve() throws Exception {
        addresses = FreePorts.anywhere(3);
        deployment = Deployment.in(Deployment.folder("rolling-restart"), Optional.empty());
        kit = deployment.seed(RESIDENTS, addresses);
        for (GatewayAddress address : addresses) {
            gateways.add(deployment.startGateway(address, addresses, kit.issuer()));
        }
        crowd = new Crowd(kit, Optional.empty());
    }

    @AfterEach
    void end() throws Exception {
        deployment.close();
    }

    @Test
    void refusesNoValidCodeAndLosesNone() throws Exception {
        try (ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> residents = new ArrayList<>();
            for (int n = 1; n <= RESIDENTS; n++) {
                int resident = n;
                residents.add(load.submit(() -> {
                    verifyUntilStopped(resident);
                    return null;
                }));
            }
            restartOneByOne();
            for (Future<?> resident : residents) {
                resident.get();
            }
        }
        assertThat(otherwise).as("valid codes that were not verified").isEmpty();
        assertThat(receipts).as("each by one acceptance").hasSize(verified.get());
        assertThat(redemptions()).isEqualTo(verified.get());
        System.out.printf("%d codes verified while three gateways were restarted%n", verified.get());
    }

    private void restartOneByOne() throws Exception {
        try {
            for (int i = 0; i < addresses.size(); i++) {
                awaitMore(30);
                gateways.get(i).close();
                awaitMore(30);
                deployment.startGateway(addresses.get(i), addresses, kit.issuer());
            }
            awaitMore(30);
        } finally {
            stop.set(true);
        }
    }

    /** With all addresses, as a terminal should have them. */
    private void verifyUntilStopped(int resident) throws Exception {
        try (TerminalClient terminal = crowd.terminal(resident - 1, kit.gateways())) {
            while (!stop.get()) {
                Thread.sleep(PACE);
                Answer answer = terminal.verify(VerificationRequest.of(crowd.code(resident), "system.names"));
                if (answer instanceof Answer.Answered answered
                        && answered.answer().outcome().equals("verified")
                        && answered.answer().receipt() instanceof SignedReceipt receipt) {
                    verified.incrementAndGet();
                    receipts.merge(receipt.id(), 1, Integer::sum);
                } else {
                    otherwise.merge(answer.toString(), 1, Integer::sum);
                }
            }
        }
    }

    private void awaitMore(int more) {
        int before = verified.get();
        await().atMost(LONG).until(() -> verified.get() >= before + more);
    }

    private long redemptions() throws Exception {
        try (Connection connection = deployment.postgres().superuser(Roles.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM farol.redemption WHERE NOT void")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
