package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.api.ApiFile;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.ticket.TicketLedger;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeLog;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every operation and every documented problem of the resident API, called over HTTP. */
class ResidentContractTest extends ContractChecks {
    private static final String EIDS = "/resident/v1/e-ids";
    private static final String BINDINGS = "/resident/v1/bindings";

    private final PeopleStage stage = new PeopleStage(new RateConfig(1, 1000));
    private final Contract contract;
    private final HttpCaller caller = new HttpCaller(stage.api());

    ResidentContractTest() throws Exception {
        contract = new Contract(ApiFile.RESIDENT);
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
        return FakeSignIn.UNLINKED;
    }

    @Override
    String spendableToken(String of) {
        return FakeSignIn.strong(99);
    }

    @Override
    List<ContractedOperation> operations() {
        String token = FakeSignIn.strong(Samples.PARENT);
        return List.of(
                ContractedOperation.get(EIDS, EIDS, null, token),
                ContractedOperation.get(
                        EIDS + "/{id}/bindings", eid("/bindings"), EIDS + "/" + NOBODYS + "/bindings", token),
                onEid(
                        "/binding-challenges",
                        challengeBody("My phone"),
                        challengeBody("Other phone"),
                        List.of(
                                challengeBody(""),
                                challengeBody("x".repeat(65)),
                                challengeBody("\\u0000"),
                                challengeBody("My phone").replace("\"public_key\":\"B", "\"public_key\":\"C"),
                                "{\"public_key\":\"AAAA\",\"phone\":{\"name\":\"a\",\"model\":\"b\"}}",
                                "{\"public_key\":null,\"phone\":null}")),
                onEid(
                        "/face-checks",
                        "{\"challenge\":\"" + Samples.CHALLENGE + "\"}",
                        "{\"challenge\":\"" + NOBODYS + "\"}",
                        List.of("{\"challenge\":\"x\"}", "{\"challenge\":null}", "{}")),
                onEid(
                        "/bindings",
                        bindBody("right"),
                        bindBody("mismatch"),
                        List.of(
                                bindBody("right").replace("\"signature\":\"A", "\"signature\":\""),
                                bindBody(""),
                                bindBody("right").replace("\"attestation\":[]", "\"attestation\":[\"=\"]"),
                                bindBody("right").replace("\"attestation\":[]", "\"attestation\":[null]"))),
                onEid(
                        "/kiosk-numbers",
                        kioskBody(""),
                        kioskBody("\"attestation\":[\"AQ==\"],"),
                        List.of("{\"challenge\":\"" + Samples.CHALLENGE + "\"}")),
                ContractedOperation.get(
                        EIDS + "/{id}/kiosk-numbers/{challenge}",
                        eid("/kiosk-numbers/") + Samples.CHALLENGE,
                        EIDS + "/" + Samples.EID + "/kiosk-numbers/" + NOBODYS,
                        token),
                onBinding("/suspend"),
                onBinding("/resume"),
                onBinding("/unbind"),
                onTickets(),
                ContractedOperation.get("/resident/v1/access-records", "/resident/v1/access-records", null, token),
                ContractedOperation.get(
                        "/resident/v1/access-records/{id}/proof",
                        "/resident/v1/access-records/" + Samples.RECORD + "/proof",
                        "/resident/v1/access-records/" + NOBODYS + "/proof",
                        token),
                ContractedOperation.get("/resident/v1/events", "/resident/v1/events", null, token),
                ContractedOperation.get("/resident/v1/notices", "/resident/v1/notices", null, token),
                new ContractedOperation(
                        "POST",
                        "/resident/v1/notices/{id}/read",
                        "/resident/v1/notices/" + Samples.EVENT + "/read",
                        "/resident/v1/notices/" + NOBODYS + "/read",
                        token,
                        null,
                        "{ }",
                        List.of(),
                        true),
                new ContractedOperation(
                        "POST",
                        "/resident/v1/reports",
                        "/resident/v1/reports",
                        null,
                        token,
                        reportBody("not me"),
                        reportBody("not me either"),
                        List.of(reportBody(""), reportBody("x".repeat(1001)), reportBody("\\ud800")),
                        true));
    }

    private static String eid(String rest) {
        return EIDS + "/" + Samples.EID + rest;
    }

    private static ContractedOperation onEid(String rest, String body, String otherBody, List<String> wrongBodies) {
        return new ContractedOperation(
                "POST",
                EIDS + "/{id}" + rest,
                eid(rest),
                EIDS + "/" + NOBODYS + rest,
                FakeSignIn.strong(Samples.PARENT),
                body,
                otherBody,
                wrongBodies,
                true);
    }

    private static ContractedOperation onBinding(String rest) {
        return new ContractedOperation(
                "POST",
                BINDINGS + "/{id}" + rest,
                BINDINGS + "/" + Samples.BINDING + rest,
                BINDINGS + "/" + NOBODYS + rest,
                FakeSignIn.strong(Samples.PARENT),
                "{\"reason\":\"lost\"}",
                "{}",
                List.of("{\"reason\":\"Free text\"}", "{\"reason\":\"\"}", "{\"reason\":1}"),
                true);
    }

    private ContractedOperation onTickets() {
        JsonObject right = stage.tickets.request(50, Samples.AT);
        return new ContractedOperation(
                "POST",
                BINDINGS + "/{id}/tickets",
                BINDINGS + "/" + Samples.BINDING + "/tickets",
                BINDINGS + "/" + NOBODYS + "/tickets",
                FakeSignIn.weak(Samples.PARENT),
                right.encode(),
                null,
                List.of(
                        right.copy().put("count", 0).encode(),
                        right.copy().put("count", 101).encode(),
                        right.copy().put("count", "50").encode(),
                        right.copy().put("count", 50.5).encode(),
                        right.copy().put("type", "passport").encode(),
                        right.copy().putNull("type").encode(),
                        right.copy().put("signed_at", -1).encode(),
                        right.copy().put("signature", "A".repeat(84)).encode()),
                false);
    }

    private static String challengeBody(String name) {
        return "{\"public_key\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Samples.KEY.point())
                + "\",\"phone\":{\"name\":\"" + name + "\",\"model\":\"Example X1\"}}";
    }

    private static String bindBody(String assertion) {
        return "{\"challenge\":\"" + Samples.CHALLENGE + "\",\"signature\":\"" + "A".repeat(86)
                + "\",\"attestation\":[],\"face_assertion\":\"" + assertion + "\"}";
    }

    private static String kioskBody(String more) {
        return "{" + more + "\"challenge\":\"" + Samples.CHALLENGE + "\",\"signature\":\"" + "A".repeat(86) + "\"}";
    }

    private static String reportBody(String text) {
        return "{\"access_record\":\"" + Samples.RECORD + "\",\"text\":\"" + text + "\"}";
    }

    private ContractedOperation operation(String method, String template) {
        return operations().stream()
                .filter(each -> each.method().equals(method) && each.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(9)
    void saysWhenAProofCanBeHad() throws Exception {
        ContractedOperation proof = operation("GET", "/resident/v1/access-records/{id}/proof");
        HttpResponse<String> answer = call(
                proof, proof.token(), null, "/resident/v1/access-records/" + FakeLog.WAITS + "/proof", proof.body());
        assertProblem(answer, ProblemCode.NOT_SEALED_YET);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
    }

    @Test
    @Order(10)
    void namesEveryRefusalOfTheRulesByItsOwnProblem() throws Exception {
        for (String documented : contract.documentedProblems()) {
            String[] words = documented.split(" ");
            ContractedOperation operation = operation(words[0], words[1]);
            Optional<BindingRefusal> why = words[1].endsWith("/tickets") ? Optional.empty() : refusal(words[2]);
            if (why.isPresent()) {
                stage.bindings.refuseNext(why.get());
                HttpResponse<String> answer = call(operation);
                assertProblem(answer, ProblemCode.valueOf(why.get().name()));
                assertThat(json(answer).getString("event")).isEqualTo(Samples.EVENT.toString());
            }
        }
    }

    private static Optional<BindingRefusal> refusal(String code) {
        return List.of(BindingRefusal.values()).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Test
    @Order(11)
    void asksForAStrongerSignInBeforeAnythingElse() throws Exception {
        List<ContractedOperation> strong = new ArrayList<>();
        for (ContractedOperation operation : operations()) {
            if (contract.documentedProblems().contains(operation + " insufficient_user_authentication")) {
                strong.add(operation);
            }
        }
        assertThat(strong).hasSize(5);
        for (ContractedOperation operation : strong) {
            for (@Nullable String path : new String[] {operation.path(), operation.missing()}) {
                assertThat(path).isNotNull();
                HttpResponse<String> answer = call(operation, FakeSignIn.weak(Samples.PARENT), null, path, "{");
                assertProblem(answer, ProblemCode.INSUFFICIENT_USER_AUTHENTICATION);
                assertThat(answer.headers().firstValue("www-authenticate")).contains(FakeSignIn.STEP_UP);
            }
        }
    }

    @Test
    @Order(12)
    void showsTheEarlierReceiptOfWhatWasUnboundBefore() throws Exception {
        stage.bindings.next(new Answer.Refused<>(
                BindingRefusal.ALREADY_UNBOUND,
                Optional.of(Samples.refusal(BindingRefusal.ALREADY_UNBOUND)),
                false,
                Optional.of(Samples.EARLIER)));
        HttpResponse<String> answer = call(operation("POST", BINDINGS + "/{id}/unbind"));

        assertProblem(answer, ProblemCode.ALREADY_UNBOUND);
        assertThat(json(answer).getJsonObject("receipt").getString("id")).isEqualTo(Samples.EARLIER.toString());
        assertThat(json(answer).getJsonObject("receipt").getString("reason")).isEqualTo("sold");
    }

    @Test
    @Order(13)
    void offersTheKioskWhenTheProviderCannotBeAsked() throws Exception {
        stage.proofs.providerAnswers = false;
        assertProblem(call(operation("POST", EIDS + "/{id}/face-checks")), ProblemCode.FACE_CHECK_UNAVAILABLE);
        stage.proofs.providerAnswers = true;
    }

    @Test
    @Order(14)
    void tellsAReporterThatItWasReportedAlready() throws Exception {
        stage.views.firstReport = false;
        HttpResponse<String> answer = call(operation("POST", "/resident/v1/reports"));
        stage.views.firstReport = true;

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getBoolean("first")).isFalse();
    }

    @Test
    @Order(15)
    void doesNotReportWhatIsNotTheirs() throws Exception {
        ContractedOperation report = operation("POST", "/resident/v1/reports");
        String others = "{\"access_record\":\"" + NOBODYS + "\",\"text\":\"x\"}";
        assertProblem(
                call(report, report.token(), UUID.randomUUID().toString(), report.path(), others),
                ProblemCode.NOT_FOUND);
    }

    @Test
    @Order(16)
    void repeatsABindingAfterItsFaceCheckHasExpired() throws Exception {
        ContractedOperation bind = operation("POST", EIDS + "/{id}/bindings");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = call(bind, bind.token(), key, bind.path(), bind.body());
        stage.proofs.expired = true;
        HttpResponse<String> again = call(bind, bind.token(), key, bind.path(), bind.body());
        HttpResponse<String> another = call(bind);
        stage.proofs.expired = false;

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertProblem(another, ProblemCode.ASSERTION_INVALID);
    }

    @Test
    @Order(17)
    void saysWhyThereAreNoTickets() throws Exception {
        ContractedOperation tickets = operation("POST", BINDINGS + "/{id}/tickets");
        stage.tickets.next = new TicketLedger.Taken.UsedBefore();
        assertProblem(call(tickets), ProblemCode.SIGNATURE_USED);
        stage.tickets.next = new TicketLedger.Taken.NotActive();
        assertProblem(call(tickets), ProblemCode.BINDING_NOT_ACTIVE);
        stage.tickets.next = new TicketLedger.Taken.NoneLeft();
        HttpResponse<String> usedUp = call(tickets);
        assertProblem(usedUp, ProblemCode.TICKETS_USED_UP);
        assertThat(usedUp.headers().firstValueAsLong("retry-after")).hasValue(78_271);
        stage.tickets.next = null;

        stage.tickets.keyed = false;
        assertProblem(call(tickets), ProblemCode.TICKETS_NOT_OFFERED);
        stage.tickets.keyed = true;
        JsonObject old = stage.tickets.request(50, Samples.AT.minusSeconds(61));
        assertProblem(call(tickets, old), ProblemCode.SIGNATURE_NOT_FRESH);
        JsonObject other = stage.tickets.request(50, Samples.AT).put("count", 51);
        assertProblem(call(tickets, other), ProblemCode.SIGNATURE_INVALID);
    }

    private HttpResponse<String> call(ContractedOperation operation, JsonObject body) throws Exception {
        return call(operation, operation.token(), null, operation.path(), body.encode());
    }

    @Test
    @Order(100)
    void calledEveryAnswerThatCanBeProvokedFromOutside() {
        Set<String> missing = new TreeSet<>(contract.documented());
        missing.removeAll(contract.called());
        // The real gateway serves the file: VerifierContractTest. Outages and slow bodies have tests of their own.
        missing.removeIf(name -> name.startsWith("GET /openapi/"));
        assertThat(missing).allMatch(name -> name.endsWith(" 503") || name.endsWith(" 500") || name.endsWith(" 408"));
        assertThat(contract.seenProblems()).isEqualTo(contract.documentedProblems());
    }
}
