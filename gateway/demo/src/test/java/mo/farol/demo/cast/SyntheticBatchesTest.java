package mo.farol.demo.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import mo.farol.api.json.WireJson;
import mo.farol.demo.people.People;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.operator.SyntheticResident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyntheticBatchesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<SyntheticResident> CAST = IntStream.rangeClosed(1, People.ROSTER)
            .mapToObj(new People(1, LocalDate.of(2026, 11, 24))::person)
            .map(Invented::withContact)
            .toList();

    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private int mostPeople = Integer.MAX_VALUE;
    private String problem = "";
    private HttpServer gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/operator/v1/synthetic-residents", exchange -> {
            JsonNode people = JSON.readTree(exchange.getRequestBody()).path("residents");
            sizes.add(people.size());
            String refused = people.size() > mostPeople ? "content_too_large" : problem;
            byte[] body = (refused.isEmpty() ? entered(people) : problem(refused)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused.isEmpty() ? 201 : 409, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        transport.close();
    }

    @Test
    void entersEverybodyInOrderWithNoBodyAboveTheGatewaysLimit() throws Exception {
        assertThat(batches().enter(CAST))
                .isEqualTo(CAST.stream().map(SyntheticBatchesTest::eid).toList());
        assertThat(SyntheticBatches.batches(CAST))
                .hasSizeGreaterThan(1)
                .allSatisfy(batch -> assertThat(WireJson.write(batch).length).isLessThan(16 * 1024));
    }

    @Test
    void sendsFewerWhenTheGatewayTakesLess() throws Exception {
        mostPeople = 1;
        assertThat(batches().enter(CAST)).hasSize(People.ROSTER).doesNotHaveDuplicates();
        assertThat(sizes).contains(1);
    }

    @Test
    void saysWhyTheGatewayDidNotTakeThem() {
        problem = "resident_exists";
        assertThatThrownBy(() -> batches().enter(CAST))
                .isInstanceOfSatisfying(
                        SyntheticBatches.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("resident_exists"));
    }

    @Test
    void givesSomePeopleNoAddressForMail() {
        assertThat(CAST.get(0).email()).isEqualTo("resident-1@example.mo");
        assertThat(CAST.get(9).email()).as("a senior").isNull();
        assertThat(CAST.get(12).email()).as("a child").isNull();
        assertThat(CAST).extracting(SyntheticResident::language).contains("zh-Hant", "pt", "en");
    }

    private SyntheticBatches batches() {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        return new SyntheticBatches(new OperatorClient(new ApiClient(
                transport, new GatewayAddresses(List.of(address)), TokenSource.of("t"), "en", reply -> {})));
    }

    private static String entered(JsonNode people) {
        List<String> eids = new ArrayList<>();
        people.forEach(person ->
                eids.add("\"" + eid(person.path("fields").path("id_number").asText()) + "\""));
        return "{\"e_ids\":[" + String.join(",", eids) + "]}";
    }

    private static UUID eid(SyntheticResident resident) {
        return eid(String.valueOf(resident.fields().get("id_number")));
    }

    private static UUID eid(String idNumber) {
        return UUID.nameUUIDFromBytes(idNumber.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String code) {
        return "{\"type\":\"t\",\"title\":\"t\",\"status\":409,\"detail\":\"d\",\"code\":\"" + code
                + "\",\"fault\":\"gateway\",\"help\":\"h\"}";
    }
}
