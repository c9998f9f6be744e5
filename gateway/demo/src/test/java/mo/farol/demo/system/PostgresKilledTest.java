package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.postgres.Roles;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresKilledTest {
    private static final int RESIDENTS = 8;
    private static final int KILLS = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private final ConcurrentLinkedQueue<VerificationAnswer> answered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private Deployment deployment;
    private Crowd crowd;
    private PerfKit kit;

    @BeforeEach
    void serve() throws Exception {
        List<GatewayAddress> addresses = FreePorts.anywhere(1);
        deployment = Deployment.in(Deployment.folder("postgres-killed"), Optional.empty());
        kit = deployment.seed(RESIDENTS, addresses);
        deployment.startGateway(addresses.getFirst(), addresses, kit.issuer());
        crowd = new Crowd(kit, Optional.empty());
    }

    @AfterEach
    void end() throws Exception {
        deployment.close();
    }

    @Test
    void leavesNoAnswerWithoutItsRecordAndTrafficRecovers() throws Exception {
        try (ExecutorService load = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> residents = new ArrayList<>();
            for (int n = 1; n <= RESIDENTS; n++) {
                int resident = n;
                residents.add(load.submit(() -> verifyUntilStopped(resident)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMoreAcceptances(20);
                deployment.postgres().kill();
                deployment.restartPostgres();
            }
            awaitMoreAcceptances(20);
            stop.set(true);
            for (Future<Integer> resident : residents) {
                assertThat(resident.get()).isPositive();
            }
        }
        Set<String> told = new HashSet<>();
        Set<String> accepted = new HashSet<>();
        for (VerificationAnswer answer : answered) {
            if (answer.receipt() instanceof SignedReceipt receipt) {
                told.add(receipt.id());
                if (!answer.outcome().equals(VerificationAnswer.REFUSED)) {
                    assertThat(accepted.add(receipt.id())).as("accepted once").isTrue();
                }
            }
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(20 * (KILLS + 1));
        assertThat(column("SELECT attempt FROM farol.access_record")).containsAll(told);
        assertThat(column("SELECT attempt FROM farol.redemption WHERE NOT void"))
                .containsAll(accepted);
    }

    /** As a person at a counter does: a fresh code each time, again when the gateway could not answer. */
    private int verifyUntilStopped(int resident) throws Exception {
        int asked = 0;
        try (TerminalClient terminal = crowd.terminal(resident - 1, kit.gateways())) {
            while (!stop.get()) {
                asked++;
                if (ask(terminal, resident) instanceof Answer.Answered answer) {
                    answered.add(answer.answer());
                }
            }
        }
        return asked;
    }

    private Answer ask(TerminalClient terminal, int resident) throws Exception {
        VerificationRequest request = VerificationRequest.of(crowd.code(resident), "system.names");
        try {
            return terminal.verify(request);
        } catch (IOException noAnswer) {
            // Not an answer, so nothing to hold the gateway to; the next code is asked about instead.
            return terminal.verify(VerificationRequest.of(crowd.code(resident), "system.names"));
        }
    }

    private void awaitMoreAcceptances(int more) {
        int before = answered.size();
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(50)).until(() -> answered.size() >= before + more);
    }

    private Set<String> column(String sql) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = deployment.postgres().superuser(Roles.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
