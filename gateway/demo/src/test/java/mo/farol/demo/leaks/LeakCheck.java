package mo.farol.demo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.cast.Everybody;
import mo.farol.demo.job.DemoJob;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignedIn;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoWorld;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.canary.Hit;
import mo.farol.phone.code.Phone;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.phone.wallet.AccessLine;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.TicketSupply;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;

/**
 * After a demo has played: what people, officers and terminals said and showed is in no log, metric, answer that refuses,
 * health, thread name, command line or file that is not theirs.
 */
public final class LeakCheck {
    private static final int RESIDENT = 5;
    private static final String TERMINAL = "clinic-1";
    private static final String PURPOSE = "clinic.voucher";

    private final StateFolder folder;
    private final DemoWorld.Running running;
    private final DemoSummary summary;
    private final Places places = new Places();
    private final List<Canary> canaries = new ArrayList<>();
    private final Crypto crypto = Crypto.preferred().crypto();

    public LeakCheck(StateFolder folder, DemoWorld.Running running) throws IOException {
        this.folder = folder;
        this.running = running;
        this.summary = DemoSummary.ofRunning(folder).orElseThrow();
        canaries.addAll(PersonalValues.of(DemoWorld.people()));
        canaries.addAll(PersonalValues.secrets(folder.secrets()));
    }

    /** Sends values of its own through what the demo has no values for, and asks everything wrongly. */
    public void showEverything() throws Exception {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
                TerminalClient terminal = new TerminalClient(
                        running.kit().terminal(TERMINAL).orElseThrow().key(),
                        running.kit().issuer(),
                        new GatewayAddresses(running.kit().gateways()),
                        Transport.plain(HttpClient.Version.HTTP_1_1),
                        "pt")) {
            Map<String, String> tokens = tokens(transport, terminal);
            tokens.forEach((whose, token) -> canaries.add(new Canary("token of a " + whose, token)));
            verify(terminal);
            aPhonesLife();
            List<Canary> said = canaries.stream()
                    .filter(each ->
                            each.name().startsWith("said") || each.name().endsWith(" of 3"))
                    .toList();
            assertThat(new Provoked(transport, summary.gateway(), tokens, said, places).ask())
                    .contains(400, 401, 403, 404, 405, 413, 414, 415);
        }
    }

    private Map<String, String> tokens(Transport transport, TerminalClient terminal) throws Exception {
        URI provider = Objects.requireNonNull(summary.signIn());
        SignedIn.Account resident =
                SignedIn.Account.resident(RESIDENT, SignInClient.APP).steppedUp();
        SignedIn.Account officer = SignedIn.Account.operator(OperatorRole.REGISTRY_OFFICER, 1);
        return Map.of(
                "terminal", terminal.accessToken(),
                "resident", new SignedIn(transport, provider, resident, Clock.systemUTC()).token(),
                "operator", new SignedIn(transport, provider, officer, Clock.systemUTC()).token());
    }

    private void verify(TerminalClient terminal) throws Exception {
        Phone phone = new DemoJob(folder)
                .phone(
                        running.kit(),
                        crypto,
                        running.everybody().signIns().anchor().clock());
        HeldEid held = running.everybody().phones().held(RESIDENT).orElseThrow();
        String code = phone.code(held.bound(crypto), CodeType.EID);
        String key = said("idempotency key");
        VerificationRequest asked = new VerificationRequest(
                code, PURPOSE, null, null, said("staff"), said("place 櫃檯"), said("lane"), said("reason 理由"));
        canaries.add(new Canary("code", code));
        terminal.verify(asked, key);
        terminal.verify(asked, key);
        terminal.verify(asked);
        terminal.verify(VerificationRequest.of(said("no code"), PURPOSE), key);
        terminal.verify(VerificationRequest.of(code, said("no purpose")));
        for (int i = 0; i < 6; i++) {
            terminal.verify(VerificationRequest.of(code, PURPOSE));
        }
    }

    private void aPhonesLife() throws Exception {
        Everybody everybody = running.everybody();
        ResidentClient account = everybody.signIns().resident(RESIDENT, SignInClient.ONE_ACCOUNT_WEB, true);
        UUID eid = everybody.members().of(RESIDENT).eid();
        Wallet phone = new Wallet(new PhoneLabel(said("phone 手機"), said("model")), crypto, new SecureRandom());
        everybody.binder().byFace(RESIDENT, phone, eid, false);
        everybody.binder().byFace(RESIDENT, phone, eid, true);
        UUID binding = phone.held(eid).orElseThrow().binding();
        byTicket(phone.held(eid).orElseThrow(), account);
        account.suspend(binding, reason("why_suspended"));
        account.resume(binding);
        List<AccessLine> records = account.accessRecords(Optional.empty(), Optional.empty())
                .orFail("access records")
                .items();
        account.report(records.getFirst().id(), said("report 不是我"));
        String number = everybody.members().of(RESIDENT).idNumber();
        everybody.signIns().officer(OperatorRole.COUNTER_OFFICER, 1).find(number, said("why looked up"));
        account.unbind(binding, reason("why_unbound"));
    }

    /** Two tickets, and the same request once more. */
    private void byTicket(HeldEid held, ResidentClient account) throws Exception {
        Clock clock = running.everybody().signIns().anchor().clock();
        TicketSupply supply = new TicketSupply(account, new TicketPocket(), crypto, clock);
        TicketRequest request = supply.signed(held, CodeType.EID, 2);
        for (TicketAnswer.Ticket each :
                account.tickets(held.binding(), request).orFail("tickets").tickets()) {
            for (String value : List.of(each.ticket(), each.key())) {
                canaries.add(new Canary("ticket " + canaries.size(), value));
                String hex = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(value));
                canaries.add(new Canary("ticket " + canaries.size(), hex));
            }
        }
        canaries.add(new Canary("ticket request", request.signature()));
        assertThat(account.tickets(held.binding(), request).refusal()).contains("signature_used");
    }

    /** A value that nothing else has. */
    private String said(String what) {
        String value = "Canário " + what + " " + canaries.size() + "-5b7e";
        canaries.add(new Canary("said: " + what, value));
        return value;
    }

    /** The same, in the letters that a reason may have. */
    private String reason(String what) {
        String value = "canary_" + what + "_" + canaries.size() + "_5b7e";
        canaries.add(new Canary("said: " + what, value));
        return value;
    }

    /** A file of the civil registry whose rows are loaded, or rejected for one reason or another. */
    public Path registryFile(Path in) throws IOException {
        String row =
                "{\"kind\":\"resident\",\"id_number\":\"%s\",\"surname_zh\":\"金絲雀𠮷\",\"given_names_zh\":\"金絲雀𠮷\","
                        + "\"surname_pt\":\"CANARIO-IMPORTADO\",\"given_names_pt\":\"CANARIO-IMPORTADO\",\"sex\":\"F\","
                        + "\"birth_date\":\"%s\",\"first_issue_date\":\"2010-02-03\",\"issue_date\":\"2020-02-03\","
                        + "\"birthplace\":\"A\",\"residence_status\":\"permanent\",\"expiry_date\":\"2030-02-03\","
                        + "\"card_status\":\"in_force\",\"sequence\":1,\"email\":\"canario@importado.example\"}\n";
        for (String each : List.of(
                "7316042(9)", "金絲雀𠮷", "CANARIO-IMPORTADO", "canario@importado.example", "7316042-9", "1971-13-41")) {
            canaries.add(new Canary("imported " + canaries.size(), each));
        }
        return Files.writeString(
                in.resolve("registry.ndjson"),
                row.formatted("7316042(9)", "1971-02-03")
                        + row.formatted("7316042(9)", "1971-02-03")
                        + row.formatted("7316042-9", "1971-02-03")
                        + row.formatted("7316043(9)", "1971-13-41")
                        + row.formatted("7316044(9)", "1971-02-03").substring(0, 150)
                        + "\n");
    }

    /** @param home where commands were run, with what they printed */
    public void nothingIsAnywhereElse(Path home) throws IOException, InterruptedException {
        places.files(folder.logs());
        places.files(folder.summary());
        places.files(folder.target());
        places.files(folder.gatewayConfig(1));
        places.management(summary.management());
        for (ProcessHandle gateway : Places.gateways()) {
            places.process(gateway);
        }
        try (Stream<Path> printed = Files.list(home)) {
            for (Path file : printed.filter(each -> each.toString().matches(".*(import\\.out|rejected\\.csv)"))
                    .toList()) {
                places.files(file);
            }
        }
        assertThat(places.sizes()).allSatisfy((place, size) -> assertThat(size).isPositive());
        assertThat(places.sizes().keySet().toString())
                .contains("gateway-1.log", "postgres", "stand-ins.log", "/metrics", "threads of", "cmdline", "environ")
                .contains("refusing answers", "import.out", "rejected.csv");
        assertThat(places.text(folder.gatewayLog(1).toString())).contains("\"level\":\"DEBUG\"");

        assertThat(places.hits(canaries)).isEmpty();
        positiveControl();
    }

    private void positiveControl() {
        Map<String, List<String>> found = places.hitsWhenPlanted(canaries).stream()
                .collect(Collectors.groupingBy(Hit::place, Collectors.mapping(Hit::canary, Collectors.toList())));
        List<String> all = canaries.stream().map(Canary::name).toList();
        assertThat(found.keySet()).isEqualTo(places.sizes().keySet());
        assertThat(found.values()).allSatisfy(names -> assertThat(names).containsAll(all));
    }
}
