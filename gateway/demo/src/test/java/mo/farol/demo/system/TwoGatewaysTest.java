package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.core.policy.Field;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.people.People;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Gateways 1 and 2 are one cluster; gateway 3 hears nothing of them and shares only the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoGatewaysTest {
    private static final int CODES = 50;
    private static final int POSTS = 20;
    private static final int RESIDENTS = 60;
    private static final String COUNTER = "system.counter";

    /** Residents whose cards are in force. */
    private static final List<Integer> ABLE = IntStream.rangeClosed(1, RESIDENTS)
            .filter(n -> (n - 1) % People.ROSTER + 1 != People.WITH_AN_EXPIRED_CARD)
            .boxed()
            .toList();

    private final Map<List<Integer>, TerminalClient> terminals = new HashMap<>();
    private List<GatewayAddress> addresses = List.of();
    private Deployment deployment;
    private Crowd crowd;

    @BeforeAll
    void serve() throws Exception {
        addresses = FreePorts.anywhere(3);
        deployment = Deployment.in(Deployment.folder("two-gateways"), Optional.empty());
        PerfKit kit = deployment.seed(RESIDENTS, addresses);
        List<GatewayAddress> cluster = addresses.subList(0, 2);
        for (GatewayAddress address : addresses) {
            List<GatewayAddress> members = cluster.contains(address) ? cluster : List.of(address);
            deployment.startGateway(address, members, kit.issuer());
        }
        crowd = new Crowd(kit, Optional.empty());
    }

    @AfterAll
    void stop() throws Exception {
        terminals.values().forEach(TerminalClient::close);
        deployment.close();
    }

    @Test
    void refuseByTheirTableWhatAnotherAcceptedAndAnnounced() throws Exception {
        Metrics second = new Metrics(addresses.get(1));
        awaitAnnouncements(ABLE.get(CODES));
        double received = second.value("farol_announcements_received_total");
        double byTable = second.value("farol_replay_refusals_total");
        String code = crowd.code(ABLE.get(CODES + 1));
        assertThat(outcome(ask(0, 0, code))).isEqualTo("verified");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> second.value("farol_announcements_received_total") > received);
        assertThat(outcome(ask(1, 1, code))).isEqualTo("already_used");
        assertThat(second.value("farol_replay_refusals_total")).isEqualTo(byTable + 1);
    }

    @Test
    void refuseByTheDatabaseWhatAnotherAcceptedAndNobodyAnnounced() throws Exception {
        Metrics third = new Metrics(addresses.get(2));
        double refused = third.alreadyUsed();
        String code = crowd.code(ABLE.get(CODES + 2));
        assertThat(outcome(ask(0, 0, code))).isEqualTo("verified");
        assertThat(outcome(ask(1, 2, code))).isEqualTo("already_used");
        assertThat(third.alreadyUsed()).isEqualTo(refused + 1);
        assertThat(third.value("farol_replay_refusals_total")).isZero();
        assertThat(third.value("farol_announcements_received_total")).isZero();
    }

    @Test
    void giveAnHonestRetryAtTheOtherGatewayTheSameAnswer() throws Exception {
        String code = crowd.code(ABLE.get(CODES + 3));
        VerificationRequest request = VerificationRequest.of(code, COUNTER);
        Answer first = terminal(0, 0).verify(request, "retry-at-the-other");
        Answer again = terminal(0, 1).verify(request, "retry-at-the-other");
        assertThat(again).isInstanceOfSatisfying(Answer.Answered.class, replay -> {
            assertThat(replay.replayed()).isTrue();
            assertThat(replay.answer().outcome()).isEqualTo("verified");
            assertThat(replay.answer().released()).isEqualTo(answer(first).released());
        });
    }

    @Test
    void acceptEachOfFiftyCodesOnceAmongTwentyPostsEachAndAnswerWithItsOwnPerson() throws Exception {
        Map<Integer, List<Future<Answer>>> answers = new HashMap<>();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n : ABLE.subList(0, CODES)) {
                String code = crowd.code(n);
                List<Future<Answer>> ofThisCode = new ArrayList<>();
                for (int post = 0; post < POSTS; post++) {
                    TerminalClient terminal = terminal(post % 8, post % 2);
                    ofThisCode.add(posts.submit(() -> {
                        start.await();
                        return terminal.verify(VerificationRequest.of(code, COUNTER));
                    }));
                }
                answers.put(n, ofThisCode);
            }
            start.countDown();
        }
        int accepted = 0;
        for (Map.Entry<Integer, List<Future<Answer>>> entry : answers.entrySet()) {
            accepted += acceptedOf(entry.getKey(), entry.getValue());
        }
        assertThat(accepted).isEqualTo(CODES);
    }

    private static int acceptedOf(int n, List<Future<Answer>> answers) throws Exception {
        int accepted = 0;
        for (Future<Answer> future : answers) {
            VerificationAnswer answer = answer(future.get());
            switch (answer.outcome()) {
                case "verified", "check_manually" -> {
                    accepted++;
                    assertThat(answer.released().get("id_number"))
                            .isEqualTo(Deployment.person(n).resident().fields().get(Field.ID_NUMBER));
                }
                default -> {
                    assertThat(answer.code()).isEqualTo("already_used");
                    assertThat(answer.released()).isEmpty();
                }
            }
        }
        assertThat(accepted).as("acceptances of the code of resident %d", n).isEqualTo(1);
        return accepted;
    }

    /** Two members find each other some seconds after both are ready; until then nothing is announced. */
    private void awaitAnnouncements(int resident) {
        Metrics second = new Metrics(addresses.get(1));
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    ask(0, 0, crowd.code(resident));
                    return second.value("farol_announcements_received_total") > 0;
                });
    }

    private Answer ask(int terminal, int gateway, String code) throws Exception {
        return terminal(terminal, gateway).verify(VerificationRequest.of(code, COUNTER));
    }

    private TerminalClient terminal(int number, int gateway) {
        return terminals.computeIfAbsent(
                List.of(number, gateway),
                wanted -> crowd.terminal(number, List.of(deployment.api(addresses.get(gateway)))));
    }

    private static String outcome(Answer answer) {
        VerificationAnswer body = answer(answer);
        return body.code() == null ? body.outcome() : body.code();
    }

    private static VerificationAnswer answer(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return ((Answer.Answered) answer).answer();
    }
}
