package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What holds of every operation of an API, held to its OpenAPI file. Whoever has a gateway, with fakes behind it or whole,
 * says in a subclass which requests it answers.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractChecks {
    static final UUID NOBODYS = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final int MORE_THAN_ANY_BUDGET = 5000;

    abstract Contract contract();

    abstract HttpCaller caller();

    abstract List<ContractedOperation> operations();

    /** A token that proves somebody who may ask nothing here. */
    abstract String forbiddenToken();

    /** A token of the same kind as {@code of}, whose budget may be used up. */
    abstract String spendableToken(String of);

    HttpResponse<String> call(ContractedOperation operation) throws Exception {
        return call(operation, operation.token(), UUID.randomUUID().toString(), operation.path(), operation.body());
    }

    HttpResponse<String> call(
            ContractedOperation operation,
            @Nullable String token,
            @Nullable String key,
            String path,
            @Nullable String body)
            throws Exception {
        List<String> headers = new ArrayList<>();
        if (token != null) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (key != null) {
            headers.addAll(List.of("Idempotency-Key", key));
        }
        if (body != null) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return contract()
                .holds(
                        operation.method(),
                        operation.template(),
                        caller().send(operation.method(), path, bytes, headers.toArray(String[]::new)));
    }

    static void assertProblem(HttpResponse<String> answer, ProblemCode code) {
        assertThat(answer.body()).contains("\"code\":\"" + code.code() + "\"");
        assertThat(answer.statusCode()).isEqualTo(code.status());
        assertThat(json(answer).getString("help")).isNotBlank();
    }

    @Test
    @Order(1)
    void answersEveryOperationAndRepeatsTheAnswerToTheSameRequest() throws Exception {
        for (ContractedOperation operation : operations()) {
            String key = UUID.randomUUID().toString();
            HttpResponse<String> first = call(operation, operation.token(), key, operation.path(), operation.body());
            assertThat(first.statusCode()).as(operation + " " + first.body()).isBetween(200, 201);
            if (operation.keyed()) {
                HttpResponse<String> again =
                        call(operation, operation.token(), key, operation.path(), operation.body());
                assertThat(again.body()).as(operation.toString()).isEqualTo(first.body());
                assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
            }
        }
    }

    @Test
    @Order(2)
    void refusesAnotherBodyUnderTheSameKey() throws Exception {
        for (ContractedOperation operation : operations()) {
            if (operation.otherBody() != null) {
                String key = UUID.randomUUID().toString();
                call(operation, operation.token(), key, operation.path(), operation.body());
                assertProblem(
                        call(operation, operation.token(), key, operation.path(), operation.otherBody()),
                        ProblemCode.IDEMPOTENCY_KEY_REUSED);
            }
        }
    }

    @Test
    @Order(3)
    void asksForASignInAndForTheRightOne() throws Exception {
        for (ContractedOperation operation : operations()) {
            String key = UUID.randomUUID().toString();
            assertProblem(call(operation, null, key, operation.path(), operation.body()), ProblemCode.INVALID_TOKEN);
            assertProblem(
                    call(operation, "forged", key, operation.path(), operation.body()), ProblemCode.INVALID_TOKEN);
            assertThat(call(operation, forbiddenToken(), key, operation.path(), operation.body())
                            .statusCode())
                    .as(operation.toString())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(4)
    void answersForNothingAndForNonsenseAlike() throws Exception {
        for (ContractedOperation operation : operations()) {
            if (operation.missing() != null) {
                String unknown = operation.missing();
                String nonsense = unknown.replace(NOBODYS.toString(), "nonsense");
                String traversal = unknown.replace(NOBODYS.toString(), "..%2F..%2Fetc%2Fpasswd");
                for (String path : List.of(unknown, nonsense, traversal)) {
                    HttpResponse<String> answer =
                            call(operation, operation.token(), UUID.randomUUID().toString(), path, operation.body());
                    assertProblem(answer, ProblemCode.NOT_FOUND);
                }
            }
        }
    }

    @Test
    @Order(5)
    void refusesRequestsThatAreNotWhatTheFileSays() throws Exception {
        for (ContractedOperation operation : operations()) {
            if (operation.isPost()) {
                refusesWrongBodies(operation);
                refusesWrongHeaders(operation);
            } else {
                refusesWrongQueries(operation);
            }
            HttpResponse<String> deleted =
                    caller().send("DELETE", operation.path(), null, "Authorization", "Bearer " + operation.token());
            assertProblem(
                    contract().holds(operation.method(), operation.template(), deleted),
                    ProblemCode.METHOD_NOT_ALLOWED);
            assertThat(deleted.headers().firstValue("allow").orElse("")).contains(operation.method());
        }
    }

    private void refusesWrongBodies(ContractedOperation operation) throws Exception {
        List<String> wrong = new ArrayList<>(List.of("null", "[]", "{\"extra\":1}", "{", "\"\""));
        wrong.addAll(operation.wrongBodies());
        for (String body : wrong) {
            HttpResponse<String> answer =
                    call(operation, operation.token(), UUID.randomUUID().toString(), operation.path(), body);
            assertThat(answer.statusCode()).as(operation + " " + body).isEqualTo(400);
            assertProblem(answer, ProblemCode.INVALID_REQUEST);
        }
        assertProblem(
                call(operation, operation.token(), UUID.randomUUID().toString(), operation.path(), " ".repeat(20_000)),
                ProblemCode.CONTENT_TOO_LARGE);
    }

    private void refusesWrongHeaders(ContractedOperation operation) throws Exception {
        if (operation.keyed()) {
            assertProblem(
                    call(operation, operation.token(), null, operation.path(), operation.body()),
                    ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
            assertProblem(
                    call(operation, operation.token(), "a b", operation.path(), operation.body()),
                    ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        }
        HttpResponse<String> form = caller().send(
                        "POST",
                        operation.path(),
                        "a=b".getBytes(StandardCharsets.UTF_8),
                        "Authorization",
                        "Bearer " + operation.token(),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertProblem(contract().holds("POST", operation.template(), form), ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    private void refusesWrongQueries(ContractedOperation operation) throws Exception {
        if (contract().documented().contains("GET " + operation.template() + " 400")) {
            for (String query : List.of("limit=0", "limit=101", "limit=x", "limit=5&limit=6", "nonsense=1")) {
                assertProblem(
                        call(operation, operation.token(), null, operation.path() + "?" + query, null),
                        ProblemCode.INVALID_REQUEST);
            }
        }
    }

    @Test
    @Order(90)
    void limitsEachCallerAndSaysWhenToComeBack() throws Exception {
        for (ContractedOperation operation : operations()) {
            HttpResponse<String> answer = spend(operation);
            assertProblem(answer, ProblemCode.TOO_MANY_REQUESTS);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        }
    }

    private HttpResponse<String> spend(ContractedOperation operation) throws Exception {
        String token = spendableToken(operation.token());
        String path = operation.missing() == null ? operation.path() : operation.missing();
        String[] headers = {
            "Authorization",
            "Bearer " + token,
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "Content-Type",
            "application/json"
        };
        byte[] body = operation.isPost() ? "{}".getBytes(StandardCharsets.UTF_8) : null;
        for (int i = 0; i < MORE_THAN_ANY_BUDGET; i++) {
            HttpResponse<String> answer = caller().send(operation.method(), path, body, headers);
            if (answer.statusCode() == 429) {
                return contract().holds(operation.method(), operation.template(), answer);
            }
        }
        throw new AssertionError(operation + " has no limit");
    }
}
