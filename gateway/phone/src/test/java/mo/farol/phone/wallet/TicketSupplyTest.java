package mo.farol.phone.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.TicketStatement;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketSupplyTest {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();
    private static final Instant NOW = Instant.parse("2026-11-24T02:15:30.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID BINDING = UUID.fromString("0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00");
    private static final String TICKETS = "POST /resident/v1/bindings/" + BINDING + "/tickets";

    private final HeldEid eid = new HeldEid(
            UUID.randomUUID(), BINDING, new BindingKeyId(0x00f1e2d3c4b5a697L), P256.newScalar(new SecureRandom()));
    private final TicketPocket pocket = new TicketPocket();
    private FakeApi api;
    private TicketSupply supply;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        supply =
                new TicketSupply(new ResidentClient(api.client("t")), pocket, CRYPTO, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void asksWithTheBindingsSignatureAndPocketsWhatComes() throws Exception {
        api.on(TICKETS, given(CodeType.EID, 2));
        assertThat(supply.fetch(eid, CodeType.EID, 2).orFail("tickets").left()).isEqualTo(450);

        JsonNode body = api.bodyOf(TICKETS);
        assertThat(body.path("type").asText()).isEqualTo("eid");
        assertThat(body.path("count").asInt()).isEqualTo(2);
        assertThat(body.path("signed_at").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(CRYPTO.verify(
                        P256.publicKey(eid.scalar()),
                        TicketStatement.bytes(eid.keyId(), CodeType.EID, NOW.toEpochMilli(), 2),
                        Base64.getUrlDecoder().decode(body.path("signature").asText())))
                .isTrue();
        assertThat(pocket.count(eid.keyId(), CodeType.EID, TODAY)).isEqualTo(2);
        assertThat(pocket.count(eid.keyId(), CodeType.CLEARANCE, TODAY)).isZero();
        Recipient.Ticket first = pocket.take(eid.keyId(), CodeType.EID, TODAY).orElseThrow();
        assertThat(first.epoch()).isEqualTo(TicketEpoch.of(CodeType.EID, TODAY));
        assertThat(first.ticket()).startsWith((byte) 0, (byte) 1).hasSize(16);
        assertThat(first.contentKey()).hasSize(16).isNotEqualTo(first.ticket());
    }

    @Test
    void signsAfreshWhenAnEarlierRequestArrivedWithoutItsAnswerComingBack() throws Exception {
        api.on(TICKETS, Told.problem(409, "signature_used")).on(TICKETS, given(CodeType.EID, 1));
        assertThat(supply.fetch(eid, CodeType.EID, 1).given()).isPresent();
        assertThat(api.asked).hasSize(2);
        assertThat(api.asked.stream()
                        .map(asked -> asked.json().path("signed_at").asLong()))
                .containsExactly(NOW.toEpochMilli(), NOW.toEpochMilli() + 1);
        assertThat(pocket.count(eid.keyId(), CodeType.EID, TODAY)).isOne();
    }

    @Test
    void goesOnWithoutWhenItIsRefused() throws Exception {
        api.on(TICKETS, Told.problem(404, "tickets_not_offered"));
        assertThat(supply.fetch(eid, CodeType.EID, 1).refusal()).contains("tickets_not_offered");
        assertThat(pocket.take(eid.keyId(), CodeType.EID, TODAY)).isEmpty();
    }

    @Test
    void asksForABatchOnlyWhenFewAreLeft() throws Exception {
        api.on(TICKETS, given(CodeType.EID, 10));
        assertThat(supply.keepUp(eid, CodeType.EID)).isPresent();
        assertThat(supply.keepUp(eid, CodeType.EID)).isEmpty();
        assertThat(pocket.take(eid.keyId(), CodeType.EID, TODAY)).isPresent();
        assertThat(supply.keepUp(eid, CodeType.EID)).isPresent();
        assertThat(api.asked.stream().map(asked -> asked.json().path("count").asInt()))
                .containsExactly(TicketSupply.BATCH, TicketSupply.BATCH);
    }

    @Test
    void takesNoTicketsOfAnotherKind() {
        api.on(TICKETS, given(CodeType.CLEARANCE, 1));
        assertThatThrownBy(() -> supply.fetch(eid, CodeType.EID, 1)).isInstanceOf(IOException.class);
        assertThat(pocket.count(eid.keyId(), CodeType.CLEARANCE, TODAY)).isZero();
    }

    @Test
    void quotesNothingOfWhatIsNotATicket() {
        api.on(TICKETS, given("{'ticket':'c2hvcnQ','key':'c2hvcnQ'}", CodeType.EID));
        assertThatThrownBy(() -> supply.fetch(eid, CodeType.EID, 1))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("c2hvcnQ")
                .hasNoCause();
        assertThat(pocket.count(eid.keyId(), CodeType.EID, TODAY)).isZero();
    }

    private static Told given(CodeType type, int count) {
        return given(
                IntStream.range(0, count)
                        .mapToObj(n -> "{'ticket':'" + sixteen(n) + "','key':'" + sixteen(100 + n) + "'}")
                        .collect(Collectors.joining(",")),
                type);
    }

    private static Told given(String tickets, CodeType type) {
        return Told.json(
                201,
                "{'type':'" + type.label() + "','epoch':"
                        + TicketEpoch.of(type, TODAY).value()
                        + ",'expires':'2026-11-25T08:00:00.000+08:00','left':450,'tickets':[" + tickets + "]}");
    }

    private static String sixteen(int first) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
