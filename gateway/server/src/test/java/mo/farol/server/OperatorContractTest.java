package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
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
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeEnrolments;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import mo.farol.server.signin.OperatorRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every operation and every documented problem of the operator API, called over HTTP. */
class OperatorContractTest extends ContractChecks {
    private static final String V1 = "/operator/v1";
    private static final String ALL = FakeSignIn.operator(
            "ana", OperatorRole.COUNTER_OFFICER, OperatorRole.REGISTRY_OFFICER, OperatorRole.AUDITOR);

    private final PeopleStage stage = new PeopleStage(new RateConfig(1, 900));
    private final Contract contract;
    private final HttpCaller caller = new HttpCaller(stage.api());

    OperatorContractTest() throws Exception {
        contract = new Contract(ApiFile.OPERATOR);
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
        return FakeSignIn.operator("rui");
    }

    @Override
    String spendableToken(String of) {
        return of.replace("ana", "eva");
    }

    @Override
    List<ContractedOperation> operations() {
        return List.of(
                new ContractedOperation(
                        "POST",
                        V1 + "/residents",
                        V1 + "/residents",
                        null,
                        ALL,
                        lookUp(Samples.NUMBER, "Lost phone"),
                        null,
                        List.of(lookUp("9234567(8)", "x"), lookUp(Samples.NUMBER, " "), lookUp("1234567(8", "x")),
                        false),
                post(
                        "/bindings/{id}/unbind",
                        "/bindings/" + Samples.BINDING + "/unbind",
                        "/bindings/" + NOBODYS + "/unbind",
                        "{\"reason\":\"lost\"}",
                        "{\"reason\":\"sold\"}",
                        "{}",
                        "{\"reason\":\"A b\"}"),
                post(
                        "/counter-cases",
                        "/counter-cases",
                        null,
                        counterCase("40718365", "other"),
                        counterCase("40718366", "other"),
                        counterCase("4071836", "other"),
                        counterCase("40718365", "")),
                post(
                        "/counter-cases/{id}/approve",
                        "/counter-cases/" + Samples.CHALLENGE + "/approve",
                        "/counter-cases/" + NOBODYS + "/approve",
                        null,
                        "{ }"),
                post(
                        "/card-events",
                        "/card-events",
                        null,
                        card("\"kind\":\"found\"", 7),
                        card("\"kind\":\"found\"", 8),
                        card("\"kind\":\"issued\"", 7),
                        card("\"kind\":\"found\",\"expires\":\"2030-01-01\"", 7),
                        card("\"kind\":\"issued\",\"expires\":\"2030-02-30\"", 7),
                        card("\"kind\":\"issued\",\"expires\":\"2030-01-01\",\"no_expiry\":true", 7),
                        card("\"kind\":\"issued\",\"no_expiry\":false", 7),
                        card("\"kind\":\"stolen\"", 7),
                        card("\"kind\":\"found\"", 0),
                        card("\"kind\":\"found\"", 7).replace("\"id\":\"cr-1\"", "\"id\":\"c r\""),
                        card("\"kind\":\"found\",\"e_id\":\"" + Samples.EID + "\"", 7)),
                post(
                        "/guardianship-events",
                        "/guardianship-events",
                        null,
                        guardianship("true"),
                        guardianship("false"),
                        guardianship("null"),
                        guardianship("\"true\""),
                        guardianship("true").replace("parent", "uncle")),
                post(
                        "/account-links",
                        "/account-links",
                        null,
                        link("8f3c1a"),
                        link("other"),
                        link(""),
                        link("x".repeat(257)),
                        link("a").replace("\"e_id\"", "\"id_number\"")),
                post(
                        "/account-cases",
                        "/account-cases",
                        null,
                        account("8f3c1a", "new_account"),
                        account("other", "new_account"),
                        account("", "new_account"),
                        account("a", "A b"),
                        link("a")),
                post(
                        "/account-cases/{id}/approve",
                        "/account-cases/" + Samples.EVENT + "/approve",
                        "/account-cases/" + NOBODYS + "/approve",
                        null,
                        "{ }"),
                post(
                        "/account-unlinks",
                        "/account-unlinks",
                        null,
                        account("8f3c1a", "not_theirs"),
                        "{\"e_id\":\"" + Samples.EID + "\",\"reason\":\"not_theirs\"}",
                        account("8f3c1a", "not_theirs").replace("\"issuer\":\"https://sign-in.example.mo\",", ""),
                        account("", "not_theirs"),
                        link("a")),
                ContractedOperation.get(V1 + "/operator-acts", V1 + "/operator-acts", null, ALL),
                ContractedOperation.get(V1 + "/terminals", V1 + "/terminals", null, ALL),
                post(
                        "/terminals",
                        "/terminals",
                        null,
                        terminal("counter-1", jwk("")),
                        terminal("counter-1", jwk("\"use\":\"sig\",")),
                        terminal("counter 1", jwk("")),
                        terminal("counter-1", "{}"),
                        terminal("counter-1", jwk("\"d\":\"AAAA\",")),
                        terminal("counter-1", jwk("\"use\":\"enc\",")),
                        terminal(
                                "counter-1",
                                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + "A".repeat(43) + "\",\"y\":\""
                                        + "A".repeat(43) + "\"}"),
                        "{\"name\":\"a\",\"institution\":\"b\",\"means\":\"c\"}"),
                suspension("terminals", "name", "counter-1", "suspend"),
                suspension("terminals", "name", "counter-1", "resume"),
                ContractedOperation.get(V1 + "/institutions", V1 + "/institutions", null, ALL),
                suspension("institutions", "id", "3", "suspend"),
                suspension("institutions", "id", "3", "resume"),
                ContractedOperation.get(V1 + "/means", V1 + "/means", null, ALL),
                suspension("means", "id", "4", "suspend"),
                suspension("means", "id", "4", "resume"),
                post(
                        "/synthetic-residents",
                        "/synthetic-residents",
                        null,
                        invented("5000001(1)", ""),
                        invented("5000002(2)", ""),
                        "{\"residents\":[]}",
                        "{\"residents\":[null]}",
                        invented("123", ""),
                        invented("5000003(3)", "\"handle\":\"x\","),
                        invented("5000003(3)", "\"shoe_size\":\"43\","),
                        invented("5000003(3)", "\"sex\":null,"),
                        invented("5000003(3)", "").replace("1990-05-06", "1990-13-06"),
                        invented("5000003(3)", "").replace("\"pt\"", "\"fr\""),
                        invented("5000003(3)", "").replace("@", "\\n@")));
    }

    private static ContractedOperation post(
            String template,
            String path,
            @Nullable String missing,
            @Nullable String body,
            String otherBody,
            String... wrongBodies) {
        return new ContractedOperation(
                "POST",
                V1 + template,
                V1 + path,
                missing == null ? null : V1 + missing,
                ALL,
                body,
                otherBody,
                List.of(wrongBodies),
                true);
    }

    private static ContractedOperation suspension(String kind, String parameter, String name, String act) {
        String start = "/" + kind + "/";
        return post(
                start + "{" + parameter + "}/" + act,
                start + name + "/" + act,
                start + NOBODYS + "/" + act,
                null,
                "{ }",
                "{\"reason\":\"x\"}");
    }

    private static String lookUp(String number, String reason) {
        return "{\"id_number\":\"" + number + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String counterCase(String number, String reason) {
        return "{\"number\":\"" + number + "\",\"actor\":\"" + Samples.EID + "\",\"reason\":\"" + reason + "\"}";
    }

    private static String card(String what, int sequence) {
        return "{\"id_number\":\"" + Samples.NUMBER + "\",\"id\":\"cr-1\",\"sequence\":" + sequence + "," + what + "}";
    }

    private static String guardianship(String granted) {
        return "{\"minor\":\"" + Samples.CHILD_EID + "\",\"guardian\":\"" + Samples.NUMBER
                + "\",\"kind\":\"parent\",\"granted\":" + granted + ",\"id\":\"gr-1\",\"sequence\":1}";
    }

    private static String link(String subject) {
        return "{\"e_id\":\"" + Samples.EID + "\",\"issuer\":\"https://sign-in.example.mo\",\"subject\":\"" + subject
                + "\"}";
    }

    private static String account(String subject, String reason) {
        return link(subject).replace("}", ",\"reason\":\"" + reason + "\"}");
    }

    private static String terminal(String name, String jwk) {
        return "{\"name\":\"" + name + "\",\"institution\":\"" + FakeEnrolments.INSTITUTION + "\",\"means\":\""
                + FakeEnrolments.MEANS + "\",\"public_jwk\":" + jwk + "}";
    }

    private static String jwk(String more) {
        byte[] point = Samples.KEY.point();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "{" + more + "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + base64.encodeToString(Arrays.copyOfRange(point, 1, 33)) + "\",\"y\":\""
                + base64.encodeToString(Arrays.copyOfRange(point, 33, 65)) + "\"}";
    }

    private static String invented(String number, String more) {
        return "{\"residents\":[{\"fields\":{" + more + "\"id_number\":\"" + number
                + "\",\"birth_date\":\"1990-05-06\"},\"card_expires\":\"2031-04-30\",\"multiple\":false,"
                + "\"email\":\"tai.man@example.mo\",\"language\":\"pt\"}]}";
    }

    private ContractedOperation operation(String template) {
        return operations().stream()
                .filter(each -> each.isPost() && each.template().equals(V1 + template))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> call(ContractedOperation operation, String body) throws Exception {
        return call(operation, operation.token(), UUID.randomUUID().toString(), operation.path(), body);
    }

    @Test
    @Order(10)
    void namesEveryRefusalOfTheRulesByItsOwnProblem() throws Exception {
        for (String documented : contract.documentedProblems()) {
            String[] words = documented.split(" ");
            Optional<BindingRefusal> why = Arrays.stream(BindingRefusal.values())
                    .filter(each -> each.code().equals(words[2]))
                    .findFirst();
            if (why.isPresent()) {
                stage.bindings.refuseNext(why.get());
                HttpResponse<String> answer = call(operation(words[1].substring(V1.length())));
                assertProblem(answer, ProblemCode.valueOf(why.get().name()));
                assertThat(json(answer).getString("event")).isEqualTo(Samples.EVENT.toString());
            }
        }
    }

    @Test
    @Order(11)
    void showsTheEarlierReceiptOfWhatWasUnboundBefore() throws Exception {
        stage.bindings.next(new Answer.Refused<>(
                BindingRefusal.ALREADY_UNBOUND,
                Optional.of(Samples.refusal(BindingRefusal.ALREADY_UNBOUND)),
                false,
                Optional.of(Samples.EARLIER)));

        HttpResponse<String> answer = call(operation("/bindings/{id}/unbind"));

        assertProblem(answer, ProblemCode.ALREADY_UNBOUND);
        assertThat(json(answer).getJsonObject("receipt").getString("id")).isEqualTo(Samples.EARLIER.toString());
    }

    @Test
    @Order(12)
    void saysWhatCannotBeEntered() throws Exception {
        assertProblem(call(operation("/residents"), lookUp("7654321(0)", "x")), ProblemCode.NOT_FOUND);
        assertProblem(
                call(operation("/card-events"), card("\"kind\":\"found\"", 1).replace(Samples.NUMBER, "7654321(0)")),
                ProblemCode.NOT_FOUND);
        assertProblem(
                call(
                        operation("/guardianship-events"),
                        guardianship("true").replace(Samples.CHILD_EID.toString(), NOBODYS.toString())),
                ProblemCode.NOT_FOUND);
        assertProblem(
                call(operation("/account-links"), link("a").replace(Samples.EID.toString(), NOBODYS.toString())),
                ProblemCode.NOT_FOUND);
        for (String path : List.of("/account-cases", "/account-unlinks")) {
            assertProblem(
                    call(operation(path), account("a", "x").replace(Samples.EID.toString(), NOBODYS.toString())),
                    ProblemCode.NOT_FOUND);
        }
        assertProblem(
                call(operation("/synthetic-residents"), invented(Samples.NUMBER, "")), ProblemCode.RESIDENT_EXISTS);
        stage.bindings.next(new Answer.NotFound<>());
        assertProblem(call(operation("/counter-cases")), ProblemCode.NOT_FOUND);
    }

    @Test
    @Order(13)
    void enrolsATerminalOnceAndSaysWhatIsWrongWithAnother() throws Exception {
        ContractedOperation enrol = operation("/terminals");
        String body = terminal("gate-1", jwk(""));
        assertThat(call(enrol, body).statusCode()).isEqualTo(201);

        HttpResponse<String> again = call(enrol, body);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
        assertProblem(call(enrol, terminal("gate-1", jwk("\"kid\":\"2\","))), ProblemCode.TERMINAL_EXISTS);
        assertProblem(call(enrol, body.replace(FakeEnrolments.INSTITUTION, "Nobody")), ProblemCode.INSTITUTION_UNKNOWN);
        assertProblem(call(enrol, body.replace(FakeEnrolments.MEANS, "Nothing")), ProblemCode.MEANS_UNKNOWN);
    }

    @Test
    @Order(14)
    void hasNoInventedResidentsWherePeopleAreReal() throws Exception {
        ContractedOperation add = operation("/synthetic-residents");
        try (PeopleStage real = new PeopleStage(new RateConfig(1, 9), false)) {
            HttpResponse<String> answer = new HttpCaller(real.api())
                    .post(add.path(), "{}", "Authorization", "Bearer " + ALL, "Content-Type", "application/json");
            assertProblem(contract.holds("POST", add.template(), answer), ProblemCode.NOT_FOUND);
        }
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
