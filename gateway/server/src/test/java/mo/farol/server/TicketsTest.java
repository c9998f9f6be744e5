package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.registry.NewResident;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.TicketSupply;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.keys.RingOfToday;
import mo.farol.store.Store;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeParser;
import mo.farol.token.CodeType;
import mo.farol.token.ParsedCode;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets over HTTP, from two nodes on one real database, used by the reference phone at a whole gateway. */
class TicketsTest {
    private static final Crypto CRYPTO = Crypto.preferred().crypto();
    private static final SecureRandom RANDOM = new SecureRandom();

    private static TestGateway gateway;
    private static Vertx vertx;
    private static Store elsewhere;
    private static PeopleStage here;
    private static PeopleStage there;
    private static Transport transport;

    private long resident;
    private long binding;
    private HeldEid held;
    private final TicketPocket pocket = new TicketPocket();

    @BeforeAll
    static void start() throws Exception {
        gateway = new TestGateway(values -> values.put("tickets", new JsonObject().put("offered", true)));
        vertx = Vertx.vertx();
        elsewhere = await(Store.open(vertx, StoreSetup.of(gateway.config)));
        here = node(gateway.store);
        there = node(elsewhere);
        transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    }

    private static PeopleStage node(Store store) throws Exception {
        GatewayKeys keys = GatewayKeys.load(gateway.config.keys(), CRYPTO);
        TicketIssuer.Ports ports = new TicketIssuer.Ports(
                store.ticketLedger(), new RingOfToday(keys.ring(), store.time()), store.time(), CRYPTO);
        return new PeopleStage(
                new RateConfig(1000, 5000), false, new TicketIssuer(gateway.config.tickets(), ports, RANDOM));
    }

    @AfterAll
    static void stop() {
        transport.close();
        there.close();
        here.close();
        await(elsewhere.close());
        await(vertx.close());
        gateway.close();
    }

    @BeforeEach
    void bind() {
        byte[] scalar = P256.newScalar(RANDOM);
        BindingKeyId keyId = new BindingKeyId(RANDOM.nextLong());
        resident = await(gateway.store
                .registry()
                .addResident(new NewResident(TestPhone.fields(), LocalDate.of(2099, 12, 31), false)));
        binding = await(gateway.store.registry().bind(resident, keyId, P256.publicKey(scalar)));
        String handle = gateway.database.text("SELECT handle::text FROM binding WHERE id = " + binding);
        held = new HeldEid(UUID.randomUUID(), UUID.fromString(Objects.requireNonNull(handle)), keyId, scalar);
    }

    @Test
    void showsCodesByTicketAndOneAfterThemByHpke() throws Exception {
        TicketAnswer given = fetch(here, 2).orFail("tickets");
        assertThat(given.left()).isEqualTo(498);
        Phone phone = new Phone(
                new CodeMinter(CRYPTO, RANDOM),
                TestPhone.published(gateway),
                pocket,
                new CountersInMemory(),
                Clock.systemUTC());
        List<Class<?>> ways = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String code = phone.code(held.bound(CRYPTO), CodeType.EID);
            ways.add(CodeParser.parse(code).getClass());
            assertThat(verify(code)).isEqualTo("verified");
            assertThat(verify(code)).isEqualTo("already_used");
        }
        assertThat(ways).containsExactly(ParsedCode.ByTicket.class, ParsedCode.ByTicket.class, ParsedCode.ByHpke.class);
    }

    @Test
    void aTicketOfADroppedDayIsNotRecognised() throws Exception {
        LocalDate dropped = LocalDate.now(ZoneOffset.UTC).minusDays(3);
        Recipient.Ticket ticket =
                new Recipient.Ticket(TicketEpoch.of(CodeType.EID, dropped), new byte[16], new byte[16]);
        String code = new CodeMinter(CRYPTO, RANDOM)
                .mint(
                        CodeType.EID,
                        held.bound(CRYPTO).key(),
                        held.keyId(),
                        ticket,
                        Clock.systemUTC().instant().getEpochSecond(),
                        1);
        assertThat(verify(code)).isEqualTo("not_recognised");
    }

    @Test
    void refusesTheFiveHundredAndFirstAlsoWhenTwoNodesAreAskedAtOnce() throws Exception {
        List<Future<ApiAnswer<TicketAnswer>>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                PeopleStage node = i % 2 == 0 ? here : there;
                Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(1000L * i));
                asked.add(threads.submit(() -> supply(node, clock).fetch(held, CodeType.EID, 70)));
            }
        }
        Set<String> tickets = new HashSet<>();
        int counted = 0;
        int refused = 0;
        for (Future<ApiAnswer<TicketAnswer>> each : asked) {
            Optional<TicketAnswer> given = each.get().given();
            counted += given.map(answer -> answer.tickets().size()).orElse(0);
            given.ifPresent(answer -> answer.tickets().forEach(ticket -> tickets.add(ticket.ticket())));
            refused += given.isEmpty() ? 1 : 0;
        }
        assertThat(counted).isEqualTo(500);
        assertThat(tickets).hasSize(500);
        assertThat(refused).isEqualTo(8);
        assertThat(fetch(here, 1).refusal()).contains("tickets_used_up");
        assertThat(fetch(there, 1).refusal()).contains("tickets_used_up");
        assertThat(gateway.database.number("SELECT given FROM ticket_count WHERE binding = " + binding))
                .isEqualTo(500);
    }

    @Test
    void takesARequestOnceAtWhicheverNode() throws Exception {
        TicketRequest request = supply(here, Clock.systemUTC()).signed(held, CodeType.EID, 5);
        assertThat(account(here).tickets(held.binding(), request).given()).isPresent();
        assertThat(account(here).tickets(held.binding(), request).refusal()).contains("signature_used");
        assertThat(account(there).tickets(held.binding(), request).refusal()).contains("signature_used");
        TicketRequest more = new TicketRequest(request.type(), 6, request.signedAt(), request.signature());
        assertThat(account(here).tickets(held.binding(), more).refusal()).contains("signature_invalid");
        assertThat(fetch(here, 1).orFail("tickets").left()).isEqualTo(494);
    }

    @Test
    void refusesAnOldSignatureAndThatOfAnotherBinding() throws Exception {
        Clock old = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-75));
        assertThat(supply(here, old).fetch(held, CodeType.EID, 1).refusal()).contains("signature_not_fresh");

        HeldEid mine = held;
        bind();
        HeldEid signer = new HeldEid(held.eid(), mine.binding(), mine.keyId(), held.scalar());
        assertThat(fetch(here, 1).given()).isPresent();
        assertThat(supply(here, Clock.systemUTC())
                        .fetch(signer, CodeType.EID, 1)
                        .refusal())
                .contains("not_found");
        resident = residentOf(mine);
        assertThat(supply(here, Clock.systemUTC())
                        .fetch(signer, CodeType.EID, 1)
                        .refusal())
                .contains("signature_invalid");
    }

    @Test
    void givesNoneToABindingThatIsSuspendedOrEnded() throws Exception {
        for (BindingStatus status : List.of(BindingStatus.SUSPENDED, BindingStatus.UNBOUND)) {
            await(gateway.store.registry().setBindingStatus(binding, status));
            assertThat(fetch(here, 1).refusal()).contains("binding_not_active");
            assertThat(fetch(there, 1).refusal()).contains("binding_not_active");
        }
        assertThat(gateway.database.number("SELECT count(*) FROM ticket_count WHERE binding = " + binding))
                .isZero();
    }

    @Test
    void keepsNothingOfThemInTheDatabase() throws Exception {
        TicketAnswer given = fetch(here, 3).orFail("tickets");
        String tables = Objects.requireNonNull(gateway.database.text(
                "SELECT string_agg(format('SELECT t::text AS line FROM %s t', oid::regclass), ' UNION ALL ')"
                        + " FROM pg_class WHERE relnamespace = 'farol'::regnamespace AND relkind = 'r'"));
        assertThat(gateway.database.number(
                        "SELECT count(*) FROM (" + tables + ") all_rows WHERE line LIKE '%," + binding + ",3,3)'"))
                .isOne();
        for (TicketAnswer.Ticket each : given.tickets()) {
            for (String value : List.of(each.ticket(), each.key())) {
                String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(value));
                assertThat(gateway.database.number("SELECT count(*) FROM (" + tables + ") all_rows WHERE line LIKE '%"
                                + value + "%' OR line LIKE '%" + hex + "%'"))
                        .isZero();
            }
        }
    }

    private static long residentOf(HeldEid eid) {
        return gateway.database.number("SELECT resident FROM binding WHERE handle = '" + eid.binding() + "'");
    }

    private ApiAnswer<TicketAnswer> fetch(PeopleStage node, int count) throws Exception {
        return supply(node, Clock.systemUTC()).fetch(held, CodeType.EID, count);
    }

    private TicketSupply supply(PeopleStage node, Clock clock) {
        return new TicketSupply(account(node), pocket, CRYPTO, clock);
    }

    private ResidentClient account(PeopleStage node) {
        TokenSource token = TokenSource.of(FakeSignIn.weak(resident));
        return new ResidentClient(
                new ApiClient(transport, new GatewayAddresses(List.of(node.api())), token, "en", reply -> {}));
    }

    /** @return the refusal's code, or {@code verified} */
    private static String verify(String code) throws Exception {
        HttpCaller caller = new HttpCaller(gateway.api());
        String token = json(caller.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "verify",
                        "client_assertion_type",
                        HttpCaller.ASSERTION_TYPE,
                        "client_assertion",
                        new AssertionMaker(gateway.terminal, gateway.config.issuer()).right())))
                .getString("access_token");
        JsonObject answer = json(caller.post(
                "/v1/verifications",
                new JsonObject()
                        .put("code", code)
                        .put("purpose", TestGateway.PURPOSE)
                        .encode(),
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/json"));
        return answer.getString("code", answer.getString("outcome"));
    }
}
