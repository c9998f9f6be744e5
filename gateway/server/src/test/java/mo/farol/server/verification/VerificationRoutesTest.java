package mo.farol.server.verification;

import static mo.farol.server.verification.TwoGateways.ACCOUNT;
import static mo.farol.server.verification.TwoGateways.COUNTER;
import static mo.farol.server.verification.TwoGateways.OFFICER;
import static mo.farol.server.verification.TwoGateways.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.terminal.ReleaseOpener;
import mo.farol.server.verification.TwoGateways.Phone;
import mo.farol.store.testing.World;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationRoutesTest {
    private static TwoGateways rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new TwoGateways();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void answersAVerifiedCodeInTheAgreedShape() throws IOException {
        Phone phone = rig.phone();

        HttpResponse<byte[]> response = rig.verify(
                rig.first, "bank-1", key(), ask(rig.code(phone), ACCOUNT, "id_number", "birth_date", "issue_date"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode answer = json(response);
        assertThat(names(answer)).containsExactly("outcome", "receipt", "released", "withheld");
        assertThat(answer.path("outcome").asText()).isEqualTo("verified");
        assertThat(names(answer.path("released"))).containsExactly("id_number");
        assertThat(answer.path("released").path("id_number").asText()).isEqualTo(phone.number());
        assertThat(answer.path("withheld").toString())
                .isEqualTo("[{\"field\":\"birth_date\",\"why\":\"not_granted\"},"
                        + "{\"field\":\"issue_date\",\"why\":\"not_on_file\"}]");
        assertThat(names(answer.path("receipt"))).containsExactly("id", "jws");
    }

    @Test
    void putsNoUngrantedValueAnywhereInTheAnswer() {
        Phone phone = rig.phone();

        String body = text(rig.verify(rig.first, "bank-1", key(), ask(rig.code(phone), ACCOUNT, "id_number", "photo")));

        assertThat(body)
                .contains(phone.number())
                .doesNotContain("APELIDO")
                .doesNotContain("1961")
                .doesNotContain("陳");
    }

    @Test
    void addsNameAndPhotoInPerson() throws IOException {
        JsonNode answer = json(rig.verify(rig.first, "bank-1", key(), ask(rig.code(rig.phone()), COUNTER)));

        assertThat(names(answer.path("released")))
                .containsExactly("surname_zh", "given_names_zh", "surname_pt", "given_names_pt", "photo");
    }

    @Test
    void encryptsTheReleaseToTheInstitutionWhereTheGrantSaysSo() throws Exception {
        Phone phone = rig.phone();

        HttpResponse<byte[]> response =
                rig.verify(rig.first, "bank-1", key(), ask(rig.code(phone), SEALED, "id_number"));

        assertThat(text(response)).doesNotContain(phone.number());
        JsonNode answer = json(response);
        assertThat(names(answer)).containsExactly("outcome", "receipt", "released", "released_jwe", "withheld");
        assertThat(answer.path("released")).isEmpty();
        assertThat(new ReleaseOpener(rig.institutionKey)
                        .open(answer.path("released_jwe").asText()))
                .isEqualTo(Map.of("id_number", phone.number()));
    }

    @ParameterizedTest
    @CsvSource({"en,This code was already used.", "pt,", "zh-Hant,"})
    void saysWhatToDoInTheCallersLanguage(String language, String start) throws IOException {
        String code = rig.code(rig.phone());
        rig.verify(rig.first, "bank-1", key(), ask(code, ACCOUNT));

        HttpResponse<byte[]> response = rig.send(rig.request(rig.first, "/v1/verifications", "bank-1")
                .setHeader("Accept-Language", language)
                .header("Idempotency-Key", key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(ask(code, ACCOUNT))))
                .build());

        JsonNode answer = json(response);
        assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.path("outcome").asText()).isEqualTo("refused");
        assertThat(answer.path("code").asText()).isEqualTo("already_used");
        assertThat(answer.path("advice").asText()).isNotBlank().startsWith(start == null ? "" : start);
        assertThat(answer.path("help").asText()).isEqualTo("2837-0777 / 2837-0888");
        assertThat(answer.path("receipt").path("id").asText()).isNotBlank();
        assertThat(answer.path("released")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EID,200,expired,seconds old",
        "EID,-60,clock_skew,seconds ahead",
        "CLEARANCE,0,wrong_code_type,e-ID code instead"
    })
    void explainsWhatIsWrongWithAGenuineCode(CodeType type, long age, String code, String says) throws IOException {
        JsonNode answer = json(rig.verify(rig.first, "bank-1", key(), ask(rig.code(rig.phone(), type, age), ACCOUNT)));

        assertThat(answer.path("code").asText()).isEqualTo(code);
        assertThat(answer.path("advice").asText()).contains(says);
    }

    @Test
    void givesTheSameBytesForEverythingNotProvenGenuine() {
        Phone phone = rig.phone();
        Phone unknown = new Phone(phone.key(), new BindingKeyId(42), "");
        Phone forged = new Phone(rig.phone().key(), phone.keyId(), "");

        byte[] garbage = rig.verify(rig.first, "bank-1", key(), ask("HC1:NOT OURS", ACCOUNT))
                .body();

        assertThat(rig.verify(rig.first, "bank-1", key(), ask(rig.code(unknown), ACCOUNT))
                        .body())
                .isEqualTo(garbage);
        assertThat(rig.verify(rig.second, "bank-1", key(), ask(rig.code(forged), ACCOUNT))
                        .body())
                .isEqualTo(garbage);
        assertThat(new String(garbage, StandardCharsets.UTF_8))
                .startsWith("{\"outcome\":\"refused\",\"code\":\"not_recognised\"")
                .doesNotContain("receipt");
    }

    @Test
    void answersAnHonestRetryTheSameOnBothGateways() throws IOException {
        VerificationRequest question = ask(rig.code(rig.phone()), ACCOUNT);
        String key = key();
        HttpResponse<byte[]> first = rig.verify(rig.first, "bank-1", key, question);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();

        for (Node node : List.of(rig.first, rig.second)) {
            HttpResponse<byte[]> again = rig.verify(node, "bank-1", key, question);
            assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
            assertThat(json(again)).isEqualTo(json(first));
        }
    }

    @Test
    void refusesASecondScanOnTheOtherGatewayByTheDatabase() throws IOException {
        String code = rig.code(rig.phone());
        rig.verify(rig.first, "bank-1", key(), ask(code, ACCOUNT));

        JsonNode answer = json(rig.verify(rig.second, "bank-2", key(), ask(code, ACCOUNT)));

        assertThat(answer.path("code").asText()).isEqualTo("already_used");
    }

    @Test
    void refusesAKeyUsedForAnotherRequest() throws IOException {
        String key = key();
        rig.verify(rig.first, "bank-1", key, ask(rig.code(rig.phone()), ACCOUNT));

        HttpResponse<byte[]> response = rig.verify(rig.first, "bank-1", key, ask(rig.code(rig.phone()), ACCOUNT));

        assertProblem(response, 422, "idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void requiresAWellFormedKey(String key) throws IOException {
        HttpRequest.Builder request = rig.request(rig.first, "/v1/verifications", "bank-1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"c\",\"purpose\":\"p\"}"));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }

        assertProblem(rig.send(request.build()), 400, "idempotency_key_required");
        assertProblem(
                rig.verify(rig.first, "bank-1", "x".repeat(129), ask("c", ACCOUNT)), 400, "idempotency_key_required");
    }

    @Test
    void refusesABodyThatIsNotTheRequest() throws IOException {
        assertProblem(
                rig.send(rig.request(rig.first, "/v1/verifications", "bank-1")
                        .header("Idempotency-Key", key())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"a\",\"code\":\"b\"}"))
                        .build()),
                400,
                "invalid_request");
    }

    @Test
    void doesNotTellAnUnknownPurposeFromAnUngrantedOne() throws IOException {
        String code = rig.code(rig.phone());

        assertProblem(rig.verify(rig.first, "clinic-1", key(), ask(code, ACCOUNT)), 403, "purpose_not_granted");
        assertProblem(rig.verify(rig.first, "bank-1", key(), ask(code, "no.such")), 403, "purpose_not_granted");
    }

    @Test
    void asksAnOfficerForAReasonAndReleasesNothing() throws IOException {
        String code = rig.code(rig.phone());
        assertProblem(rig.verify(rig.first, "bank-1", key(), ask(code, OFFICER)), 400, "invalid_request");

        JsonNode answer = json(rig.verify(
                rig.first,
                "bank-1",
                key(),
                new VerificationRequest(code, OFFICER, null, null, "officer-9", "Rua", null, "patrol")));

        assertThat(answer.path("outcome").asText()).isEqualTo("verified");
        assertThat(answer.path("released")).isEmpty();
    }

    @Test
    void stopsASuspendedTerminalAtOnceAndLetsItBack() throws IOException {
        long row = Objects.requireNonNull(rig.terminals.get("bank-2")).terminal();
        World.await(rig.first.store.registry().suspendTerminal(row, true));
        String code = rig.code(rig.phone());

        assertProblem(rig.verify(rig.second, "bank-2", key(), ask(code, ACCOUNT)), 403, "terminal_suspended");

        World.await(rig.first.store.registry().suspendTerminal(row, false));
        assertThat(json(rig.verify(rig.second, "bank-2", key(), ask(code, ACCOUNT)))
                        .path("outcome")
                        .asText())
                .isEqualTo("verified");
    }

    @Test
    void showsAReceiptToItsInstitutionOnly() throws IOException {
        JsonNode answer = json(rig.verify(rig.first, "bank-1", key(), ask(rig.code(rig.phone()), ACCOUNT)));
        String id = answer.path("receipt").path("id").asText();

        JsonNode receipt = json(rig.get(rig.second, "/v1/receipts/" + id, "bank-2"));

        assertThat(receipt.path("id").asText()).isEqualTo(id);
        assertThat(receipt.path("jws")).isEqualTo(answer.path("receipt").path("jws"));
        assertThat(receipt.path("institution").asText()).isEqualTo("Banco Sintético");
        assertThat(receipt.path("terminal").asText()).isEqualTo("bank-1");
        assertThat(receipt.path("purpose").asText()).isEqualTo(ACCOUNT);
        assertThat(receipt.path("released").toString()).isEqualTo("[\"surname_pt\",\"id_number\"]");
        assertProblem(rig.get(rig.first, "/v1/receipts/" + id, "clinic-1"), 404, "not_found");
        assertProblem(rig.get(rig.first, "/v1/receipts/" + UUID.randomUUID(), "bank-1"), 404, "not_found");
        assertProblem(rig.get(rig.first, "/v1/receipts/1", "bank-1"), 404, "not_found");
    }

    @Test
    void countsRefusalsFromMemoryInOneRecord() throws IOException {
        String code = rig.code(rig.phone());
        rig.verify(rig.first, "bank-1", key(), ask(code, ACCOUNT));
        for (int i = 0; i < 3; i++) {
            assertThat(json(rig.verify(rig.first, "bank-1", key(), ask(code, ACCOUNT)))
                            .has("receipt"))
                    .isTrue();
        }
        long before = rig.database.number("SELECT count(*) FROM access_record");

        for (int i = 0; i < 5; i++) {
            JsonNode answer = json(rig.verify(rig.first, "bank-1", key(), ask(code, ACCOUNT)));
            assertThat(answer.path("code").asText()).isEqualTo("already_used");
            assertThat(answer.has("receipt")).isFalse();
        }
        assertThat(rig.database.number("SELECT count(*) FROM access_record")).isEqualTo(before);
        World.await(rig.first.verification.repeats().recordAll());

        assertThat(rig.database.number("SELECT count(*) FROM access_record")).isEqualTo(before + 1);
    }

    @Test
    void acceptsFiftyCodesFiftyTimesAmongAThousandPosts() throws IOException {
        List<Phone> phones = new ArrayList<>();
        List<CompletableFuture<HttpResponse<byte[]>>> posts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            phones.add(rig.phone());
        }
        List<String> codes = phones.stream().map(rig::code).toList();
        for (int i = 0; i < 1_000; i++) {
            Node node = i % 2 == 0 ? rig.first : rig.second;
            posts.add(rig.verifyUntilAnswered(node, "bank-1", key(), ask(codes.get(i / 20), ACCOUNT)));
        }

        int accepted = 0;
        for (int i = 0; i < 1_000; i++) {
            JsonNode answer = json(posts.get(i).join());
            if (answer.path("outcome").asText().equals("verified")) {
                accepted++;
                assertThat(answer.path("released").path("id_number").asText())
                        .isEqualTo(phones.get(i / 20).number());
            } else {
                assertThat(answer.path("code").asText()).isEqualTo("already_used");
            }
        }
        assertThat(accepted).isEqualTo(50);
    }

    private static VerificationRequest ask(String code, String purpose, String... fields) {
        return new VerificationRequest(
                code, purpose, fields.length == 0 ? null : List.of(fields), null, null, null, null, null);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).path("code").asText()).isEqualTo(code);
    }
}
