package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.api.ApiFile;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every documented answer to a kiosk that binds a phone, called over HTTP. */
class KioskContractTest extends ContractChecks {
    private static final String PATH = "/v1/kiosk-bindings";

    private final PeopleStage stage = new PeopleStage(new RateConfig(1, 300));
    private final Contract contract;
    private final HttpCaller caller = new HttpCaller(stage.api());

    KioskContractTest() throws Exception {
        contract = new Contract(ApiFile.VERIFIER);
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @Override
    Contract contract() {
        return contract;
    }

    @Override
    HttpCaller caller() {
        return caller;
    }

    @Override
    String forbiddenToken() {
        return FakeSignIn.terminal("terminal_suspended");
    }

    @Override
    String spendableToken(String of) {
        return of;
    }

    @Override
    List<ContractedOperation> operations() {
        return List.of(new ContractedOperation(
                "POST",
                PATH,
                PATH,
                null,
                FakeSignIn.terminal("kiosk-1"),
                body("40718365", "right"),
                body("40718366", "mismatch"),
                List.of(body("4071836", "right"), body("4071836a", "right"), body("40718365", ""), "{\"number\":null}"),
                true));
    }

    private static String body(String number, String assertion) {
        return "{\"number\":\"" + number + "\",\"assertion\":\"" + assertion + "\"}";
    }

    private HttpResponse<String> send(String terminal, String body) throws Exception {
        return call(
                operations().getFirst(),
                FakeSignIn.terminal(terminal),
                UUID.randomUUID().toString(),
                PATH,
                body);
    }

    @Test
    @Order(10)
    void namesEveryRefusalOfTheRulesByItsOwnProblem() throws Exception {
        for (String documented : contract.documentedProblems()) {
            Optional<BindingRefusal> why = Arrays.stream(BindingRefusal.values())
                    .filter(each -> documented.equals("POST " + PATH + " " + each.code()))
                    .findFirst();
            if (why.isPresent()) {
                stage.bindings.refuseNext(why.get());
                assertProblem(
                        send("kiosk-1", body("40718365", "right")),
                        ProblemCode.valueOf(why.get().name()));
            }
        }
        assertProblem(send("kiosk-1", body("40718365", "forged")), ProblemCode.ASSERTION_INVALID);
    }

    @Test
    @Order(11)
    void stopsASuspendedKioskThatStillHoldsAToken() throws Exception {
        for (ProblemCode why : List.of(
                ProblemCode.TERMINAL_SUSPENDED, ProblemCode.INSTITUTION_SUSPENDED, ProblemCode.MEANS_SUSPENDED)) {
            int before = stage.bindings.asked.size();
            assertProblem(send(why.code(), body("40718365", "right")), why);
            assertThat(stage.bindings.asked).hasSize(before);
        }
        assertProblem(send("forgotten", body("40718365", "right")), ProblemCode.INVALID_TOKEN);
    }

    @Test
    @Order(12)
    void namesNeitherThePersonNorThePhoneToAKiosk() throws Exception {
        HttpResponse<String> answer = send("kiosk-1", body("40718365", "right"));

        assertThat(json(answer).getBoolean("phone_bound")).isTrue();
        assertThat(answer.body()).doesNotContain(Samples.EID.toString()).doesNotContain(Samples.BINDING.toString());
    }

    @Test
    @Order(100)
    void calledEveryAnswerThatCanBeProvokedFromOutside() {
        Set<String> missing = new TreeSet<>(contract.documented());
        missing.removeAll(contract.called());
        missing.removeIf(name -> !name.startsWith("POST " + PATH));
        assertThat(missing).allMatch(name -> name.endsWith(" 503") || name.endsWith(" 500") || name.endsWith(" 408"));
        Set<String> own = new TreeSet<>(contract.documentedProblems());
        own.removeIf(name -> !name.startsWith("POST " + PATH));
        assertThat(contract.seenProblems()).isEqualTo(own);
    }
}
