package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.gateway.GatewayProcess;
import mo.farol.demo.people.People;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One gateway as a process, and what it must bear; it has no cluster, because somebody took its member port. With
 * {@code -Dfarol.load.seconds=10} each run of load takes that long, on a core of its own, and its figures mean something;
 * in the build a second or two shows that every answer has a name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardTimesTest {
    private static final boolean MEASURING = Integer.getInteger("farol.load.seconds") != null;
    /** Many, where few would show newer codes before older ones were answered. */
    private static final int RESIDENTS = MEASURING ? 3_000 : 300;

    private static final int SLOW = 5_000;
    private static final int CONNECTIONS = 1_500;
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("farol.load.seconds", 2));
    /** A compiler that shares one core with what it compiles takes its time. */
    private static final Duration WARM_UP = Duration.ofSeconds(MEASURING ? 40 : 2);

    private static final Duration LONG = Duration.ofSeconds(40);

    private final Crypto crypto = Crypto.preferred().crypto();
    private GatewayAddress address;
    private Deployment deployment;
    private ServerSocket memberPort;
    private PerfKit kit;
    private Crowd crowd;
    private TerminalClient terminal;
    private int next;

    @BeforeAll
    void serve() throws Exception {
        List<GatewayAddress> addresses = FreePorts.anywhere(1);
        address = addresses.getFirst();
        deployment = Deployment.in(Deployment.folder("hard-times"), Optional.empty());
        kit = deployment.seed(RESIDENTS, addresses);
        memberPort = new ServerSocket(address.memberPort(), 1, InetAddress.getByName("127.0.0.1"));
        GatewayProcess gateway = deployment.startGateway(address, addresses, kit.issuer());
        if (MEASURING) {
            Cores.apart(List.of(gateway.process(), deployment.postgres().process()));
        }
        crowd = new Crowd(kit, Optional.empty());
        terminal = crowd.terminal(0, kit.gateways());
    }

    @AfterAll
    void stop() throws Exception {
        terminal.close();
        deployment.close();
        memberPort.close();
    }

    @Test
    void withoutAClusterEveryAnswerIsRightAndOnlyTheNewsIsMissing() throws Exception {
        Path log = Deployment.home("hard-times").resolve("gateway-1.log");
        await().atMost(LONG).until(() -> Files.readString(log).contains("stands alone"));
        String code = crowd.code(1);
        assertVerified(terminal.verify(VerificationRequest.of(code, "system.names")));
        assertThat(terminal.verify(VerificationRequest.of(code, "system.names")))
                .isInstanceOfSatisfying(
                        Answer.Answered.class,
                        again -> assertThat(again.answer().code()).isEqualTo("already_used"));
        assertThat(readiness()).isEqualTo(200);
    }

    @Test
    void fiveThousandSlowConnectionsKeepNobodyElseWaiting() throws Exception {
        List<Long> millis = new ArrayList<>();
        try (SlowCallers slow = SlowCallers.at(address.port(), SLOW)) {
            assertThat(slow.open()).isEqualTo(SLOW);
            long end = System.nanoTime() + Duration.ofSeconds(11).toNanos();
            while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                assertVerified(ask());
                millis.add((System.nanoTime() - asked) / 1_000_000);
            }
            assertThat(slow.open()).isGreaterThan(SLOW * 9 / 10);
            assertThat(slow.cutOff()).as("cut off at their deadlines").isGreaterThan(SLOW / 3);
            millis.sort(null);
            System.out.printf(
                    "%d slow connections, %d cut off: %d valid requests verified, p50 %d p99 %d ms%n",
                    slow.open(), slow.cutOff(), millis.size(), at(millis, 50), at(millis, 99));
        }
        assertThat(millis).hasSizeGreaterThan(20);
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }

    @Test
    void tenTimesTheLoadIsAnsweredByName() throws Exception {
        LoadQuestions questions = new LoadQuestions(crowd, RESIDENTS, tokens(0, 4), tokens(4, 8));
        double capacity;
        // Once to warm up, once to count.
        load(40, questions.prepare(1_000), 1e6, WARM_UP);
        LoadFigures most = load(40, questions.prepare(4_000), 1e6, RUN);
        capacity = most.letInPerSecond();
        say("as much as it can", most);
        LoadFigures half =
                load(CONNECTIONS, questions.prepare((int) (capacity * RUN.toSeconds() / 2)), capacity / 2, RUN);
        say("half of that", half);
        LoadFigures ten = load(CONNECTIONS, questions.prepare((int) (capacity * RUN.toSeconds())), capacity * 10, RUN);
        say("ten times that", ten);
        questions.prepare((int) (capacity * RUN.toSeconds()));
        questions.withForged(0.5, crowd.keys(), crypto);
        LoadFigures forged = load(CONNECTIONS, questions, capacity * 10, RUN);
        say("ten times that, half of it forged", forged);

        for (LoadFigures each : List.of(half, ten, forged)) {
            assertThat(each.lost()).isZero();
            assertThat(each.withoutRetryAfter()).isZero();
            assertThat(each.byName()).containsKey("200 verified");
        }
        assertThat(half.byName().keySet()).allMatch(name -> name.startsWith("200 "));
        assertThat(ten.byName().keySet()).allMatch(HardTimesTest::isNamed);
        assertThat(forged.byName().keySet()).allMatch(HardTimesTest::isNamed);
        assertThat(ten.byName()).containsKey("503 overloaded");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertVerified(ask()));
    }

    private static boolean isNamed(String name) {
        return name.startsWith("200 ") || name.equals("503 overloaded") || name.equals("429 too_many_requests");
    }

    private LoadFigures load(int connections, LoadQuestions questions, double perSecond, Duration time)
            throws IOException {
        try (OpenLoad load = new OpenLoad(address.port(), connections, questions)) {
            return load.run(perSecond, time);
        }
    }

    private static void say(String what, LoadFigures figures) {
        System.out.println(what + ": " + figures);
    }

    private List<String> tokens(int from, int to) throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int i = from; i < to; i++) {
            try (TerminalClient client = crowd.terminal(i, kit.gateways())) {
                tokens.add(client.accessToken());
            }
        }
        return tokens;
    }

    @Test
    void aFrozenDatabaseIsUnavailableInTimeAndServedAgainSoonAfter() throws Exception {
        assertVerified(ask());
        deployment.signalPostgres("STOP");
        long frozen = System.nanoTime();
        try {
            HttpResponse<String> first = raw();
            Duration took = Duration.ofNanos(System.nanoTime() - frozen);
            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.body()).contains("\"code\":\"unavailable\"");
            assertThat(first.headers().firstValue("Retry-After")).isPresent();
            assertThat(took).as("the deadline, limits.answer_seconds").isLessThan(Duration.ofSeconds(15));
            await().atMost(LONG).until(() -> readiness() == 503);
            System.out.printf("frozen: unavailable after %d ms%n", took.toMillis());
        } finally {
            deployment.signalPostgres("CONT");
        }
        long thawed = System.nanoTime();
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isVerified(ask()));
        await().atMost(Duration.ofSeconds(5)).until(() -> readiness() == 200);
        System.out.printf("thawed: verified after %d ms%n", (System.nanoTime() - thawed) / 1_000_000);
    }

    private int readiness() throws Exception {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return transport
                    .send(HttpRequest.newBuilder(address.management().resolve("/health/ready")))
                    .status();
        }
    }

    /** One try without a client's patience or its retries. */
    private HttpResponse<String> raw() throws Exception {
        LoadQuestion question = LoadQuestion.of(terminal.accessToken(), "raw-" + next, crowd.code(able()), true);
        String text = new String(question.bytes(), java.nio.charset.StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(address.api().resolve("/v1/verifications"))
                .header("Authorization", "Bearer " + terminal.accessToken())
                .header("Idempotency-Key", "raw-" + next)
                .header("Content-Type", "application/json")
                .timeout(LONG)
                .POST(HttpRequest.BodyPublishers.ofString(text.substring(text.indexOf("\r\n\r\n") + 4)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The next resident whose card is in force. */
    private int able() {
        int n = 1 + next++ % RESIDENTS;
        return (n - 1) % People.ROSTER + 1 == People.WITH_AN_EXPIRED_CARD ? able() : n;
    }

    private Answer ask() throws Exception {
        return terminal.verify(VerificationRequest.of(crowd.code(able()), "system.names"));
    }

    private static boolean isVerified(Answer answer) {
        return answer instanceof Answer.Answered answered
                && answered.answer().outcome().equals("verified");
    }

    private static void assertVerified(Answer answer) {
        assertThat(answer).matches(HardTimesTest::isVerified, "verified");
    }
}
