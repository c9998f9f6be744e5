package mo.farol.phone.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID EID = UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f");
    private static final UUID OTHER = UUID.fromString("7a2e3d4b-3333-4d4b-ae3f-1b2c3d4e5f60");
    private static final Told RECEIPT = Told.json(
            200,
            "{'receipt':{'id':'" + OTHER + "','at':'x','act':'card_event','channel':'civil_registry','e_id':'" + EID
                    + "'}}");

    private FakeApi api;
    private OperatorClient officer;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        officer = new OperatorClient(api.client("t"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void looksAResidentUpByTheExactNumberWithAReason() throws Exception {
        api.on(
                "POST /operator/v1/residents",
                Told.json(
                        200,
                        "{'id':'" + EID + "','minor':false,'multiple':true,'names':{},'card':{'status':'in_force'},"
                                + "'guardians':[]}"));
        assertThat(officer.find("1234567(8)", "lost phone").orFail("looking up").multiple())
                .isTrue();
        assertThat(api.bodyOf("POST /operator/v1/residents"))
                .isEqualTo(JSON.readTree("{\"id_number\":\"1234567(8)\",\"reason\":\"lost phone\"}"));
    }

    @Test
    void sendsCardEventsWithADayOrTheirAbsence() throws Exception {
        api.on("POST /operator/v1/card-events", RECEIPT);
        officer.enter(CardEvent.issued(EID, "c-1", 3, LocalDate.of(2031, 4, 30)));
        officer.enter(CardEvent.issued(EID, "c-2", 4, null));
        officer.enter(CardEvent.of(EID, "c-3", 5, "cancelled"));
        String same = "{'e_id':'" + EID + "','id':'c-1','sequence':3,'kind':'issued','expires':'2031-04-30'}";
        assertThat(api.asked.get(0).json()).isEqualTo(JSON.readTree(same.replace('\'', '"')));
        assertThat(api.asked.get(1).json().path("no_expiry").asBoolean()).isTrue();
        assertThat(api.asked.get(1).json().has("expires")).isFalse();
        assertThat(api.asked.get(2).json().fieldNames()).toIterable().containsExactly("e_id", "id", "sequence", "kind");
    }

    @Test
    void sendsGuardianshipsUnbindsAndCounterCases() throws Exception {
        api.on("POST /operator/v1/guardianship-events", RECEIPT)
                .on("POST /operator/v1/bindings/" + EID + "/unbind", RECEIPT)
                .on("POST /operator/v1/counter-cases", Told.json(201, "{'case':'" + OTHER + "','expires':'x'}"))
                .on("POST /operator/v1/counter-cases/" + OTHER + "/approve", RECEIPT);
        officer.enter(new GuardianshipEvent(EID, OTHER, "parent", true, "g-1", 1));
        officer.unbind(EID, "lost");
        CounterCase opened =
                officer.openCase("40718365", EID, "fingerprint_unreadable").orFail("opening");
        assertThat(officer.approveCase(opened.id()).given()).isPresent();
        assertThat(api.bodyOf("POST /operator/v1/guardianship-events")
                        .path("granted")
                        .asBoolean())
                .isTrue();
        assertThat(api.bodyOf("POST /operator/v1/counter-cases").path("actor").asText())
                .isEqualTo(EID.toString());
    }

    @Test
    void linksAccountsAndEnrolsAndSuspendsTerminals() throws Exception {
        String terminal = "{'name':'k-1','institution':'I','means':'M','suspended':true}";
        api.on("POST /operator/v1/account-links", Told.json(200, "{'e_id':'" + EID + "'}"))
                .on("POST /operator/v1/terminals", Told.json(201, terminal))
                .on("POST /operator/v1/terminals/k-1/suspend", Told.json(200, terminal))
                .on("POST /operator/v1/terminals/k-1/resume", Told.json(200, terminal));
        assertThat(officer.linkAccount(EID, "https://sign-in.example", "s-1").orFail("linking"))
                .isEqualTo(EID);
        officer.enrol(new NewTerminal("k-1", "I", "M", JSON.readTree("{\"kty\":\"EC\"}")));
        assertThat(api.bodyOf("POST /operator/v1/terminals")
                        .path("public_jwk")
                        .path("kty")
                        .asText())
                .isEqualTo("EC");
        assertThat(officer.suspendTerminal("k-1").orFail("suspending").suspended())
                .isTrue();
        assertThat(officer.resumeTerminal("k-1").given()).isPresent();
    }

    @Test
    void entersInventedPeopleInOrder() throws Exception {
        api.on("POST /operator/v1/synthetic-residents", Told.json(201, "{'e_ids':['" + EID + "','" + OTHER + "']}"));
        SyntheticResident one = new SyntheticResident(
                Map.of("id_number", "1234567(8)", "birth_date", "1990-05-06"), "2031-04-30", false, null, null);
        SyntheticResident two =
                new SyntheticResident(Map.of("id_number", "5234567(8)"), null, true, "a@example.mo", "pt");
        assertThat(officer.enterSynthetic(List.of(one, two)).orFail("entering")).containsExactly(EID, OTHER);
        var sent = api.bodyOf("POST /operator/v1/synthetic-residents").path("residents");
        assertThat(sent.path(0).has("email")).isFalse();
        assertThat(sent.path(1).has("card_expires")).isFalse();
        assertThat(sent.path(1).path("language").asText()).isEqualTo("pt");
        assertThat(one).hasToString("SyntheticResident[redacted]");
    }
}
