package mo.farol.phone.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final String PATH = "POST /resident/v1/reports";

    private FakeApi gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeApi();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void saysWhoAsksAndInWhichLanguage() throws Exception {
        gateway.on(PATH, Told.json(201, "{'name':'x'}"));
        assertThat(post(gateway.client("t-1")).given()).contains(new Named("x"));
        assertThat(gateway.asked.getFirst().authorization()).isEqualTo("Bearer t-1");
        assertThat(gateway.asked.getFirst().language()).isEqualTo("en");
        assertThat(gateway.asked.getFirst().body()).isEqualTo("{\"text\":\"a\"}");
    }

    @Test
    void asksAgainWithTheSameKeyAndBytesUntilThereIsAnAnswer() throws Exception {
        gateway.on(PATH, Told.problem(503, "unavailable"))
                .on(PATH, Told.problem(429, "too_many_requests"))
                .on(PATH, Told.json(200, "{'name':'x'}").with("Idempotent-Replayed", "true"));
        ApiAnswer<Named> answer = post(gateway.client("t"));
        assertThat(answer).isEqualTo(new ApiAnswer.Given<>(new Named("x"), true));
        assertThat(gateway.asked).hasSize(3);
        assertThat(gateway.asked).extracting(FakeApi.Asked::key).doesNotContainNull();
        assertThat(gateway.asked.stream().distinct()).hasSize(1);
    }

    @Test
    void takesWhatIsToBeAskedMuchLaterForAnAnswer() throws Exception {
        gateway.on(PATH, Told.problem(429, "tickets_used_up").with("Retry-After", "78271"));
        assertThat(post(gateway.client("t")).refusal()).contains("tickets_used_up");
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void turnsToTheNextGatewayWhenOneCannotBeReached() throws Exception {
        gateway.on(PATH, Told.json(200, "{'name':'x'}"));
        GatewayAddresses two = new GatewayAddresses(List.of(nobodyListens(), gateway.address()));
        ApiClient client = new ApiClient(gateway.transport(), two, TokenSource.of("t"), "pt", reply -> {});
        assertThat(post(client).given()).isPresent();
    }

    @Test
    void readsWhatAStepUpNeedsAndDoesNotTryAnotherToken() throws Exception {
        gateway.on(
                PATH,
                Told.problem(401, "insufficient_user_authentication")
                        .with(
                                "WWW-Authenticate",
                                "Bearer error=\"insufficient_user_authentication\", acr_values=\"strong mfa\", max_age=300"));
        ApiAnswer<Named> answer = post(gateway.client("t"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ApiAnswer.Refused.class,
                        refused -> assertThat(refused.stepUp())
                                .isEqualTo(Optional.of(new StepUp("strong mfa", Optional.of(300L)))));
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void asksForAnotherTokenOnceWhenItsOwnIsNotTaken() throws Exception {
        gateway.on(PATH, Told.problem(401, "invalid_token")).on(PATH, Told.json(200, "{'name':'x'}"));
        List<String> refused = new ArrayList<>();
        TokenSource tokens = new TokenSource() {
            @Override
            public String token() {
                return "t-" + refused.size();
            }

            @Override
            public void refused(String token) {
                refused.add(token);
            }
        };
        ApiClient client = new ApiClient(
                gateway.transport(), new GatewayAddresses(List.of(gateway.address())), tokens, "en", reply -> {});
        assertThat(post(client).given()).isPresent();
        assertThat(refused).containsExactly("t-0");
        assertThat(gateway.asked).extracting(FakeApi.Asked::authorization).containsExactly("Bearer t-0", "Bearer t-1");
    }

    @Test
    void believesARefusedTokenThatIsTheOnlyOne() throws Exception {
        gateway.on(PATH, Told.problem(401, "invalid_token"));
        assertThat(post(gateway.client("t")).refusal()).contains("invalid_token");
        assertThat(gateway.asked).hasSize(1);
    }

    @Test
    void keepsMembersOfAProblemsOwnKind() throws Exception {
        gateway.on(PATH, Told.problem(409, "already_unbound", ",'of_its_own':{'id':'r'}"));
        ApiAnswer<Named> answer = post(gateway.client("t"));
        assertThat(answer.refusal()).contains("already_unbound");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ApiAnswer.Refused.class,
                        refused -> assertThat(refused.body()
                                        .path("of_its_own")
                                        .path("id")
                                        .asText())
                                .isEqualTo("r"));
    }

    @Test
    void showsEveryReplyToTheWatch() throws Exception {
        gateway.on(PATH, Told.problem(503, "overloaded")).on(PATH, Told.json(200, "{'name':'x'}"));
        List<Integer> statuses = new ArrayList<>();
        ApiClient client = new ApiClient(
                gateway.transport(),
                new GatewayAddresses(List.of(gateway.address())),
                TokenSource.of("t"),
                "en",
                reply -> statuses.add(reply.status()));
        assertThat(post(client).given()).isPresent();
        assertThat(statuses).containsExactly(503, 200);
    }

    @Test
    void refusesAnAnswerThatIsNeitherABodyNorAProblem() {
        gateway.on(PATH, Told.json(302, "{}"));
        assertThatThrownBy(() -> post(gateway.client("t")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("302");
        FakeApi other = gateway.on("GET /x", Told.json(500, "<html>"));
        assertThatThrownBy(() -> other.client("t").get("/x", Named.class))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
    }

    @Test
    void neverPrintsWhatItWasGiven() {
        assertThat(new ApiAnswer.Given<>(new Named("CHAN TAI MAN"), false)).hasToString("Given[replayed=false]");
    }

    private static ApiAnswer<Named> post(ApiClient client) throws IOException, InterruptedException {
        return client.post("/resident/v1/reports", Map.of("text", "a"), Named.class);
    }

    private static URI nobodyListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
    }

    record Named(String name) {}
}
