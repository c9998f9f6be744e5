package mo.farol.gatling.people;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;

/** Gets a crowd ready: fetches the code keys, signs the terminals in, learns what can be asked for. */
public final class Gathering {
    private final PerfKit kit;
    private final GatewayAddresses gateways;
    private final Crypto crypto = Crypto.preferred().crypto();

    private Gathering(PerfKit kit) {
        this.kit = kit;
        this.gateways = new GatewayAddresses(kit.gateways());
    }

    /**
     * @param kit with the addresses that are to be loaded
     * @throws IOException when a gateway does not answer, or there is nothing that can be asked for
     * @throws SignedStatements.NotGenuine when the code keys are not signed by the deployment
     * @throws SignInRefused when the deployment does not know a terminal of the kit
     */
    public static Crowd crowd(LoadPlan plan, PerfKit kit)
            throws IOException, SignedStatements.NotGenuine, SignInRefused, InterruptedException {
        return new Gathering(kit).crowd(plan);
    }

    private Crowd crowd(LoadPlan plan)
            throws IOException, SignedStatements.NotGenuine, SignInRefused, InterruptedException {
        Residents residents = residents();
        Phone phone = phone();
        Terminals terminals = terminals();
        List<String> named = plan.target().purposes();
        Purposes purposes = Purposes.learn(
                named.isEmpty() ? terminals.purposes() : named, asked -> ask(asked, residents, phone, terminals));
        List<Asked> asked = named.isEmpty() ? purposes.preferring(preferred(plan)) : purposes.usable();
        if (asked.isEmpty() || !named.isEmpty() && !purposes.leftOut().isEmpty()) {
            throw new IOException("a fresh code was not accepted: " + purposes.leftOut());
        }
        terminals.renewBesides();
        return new Crowd(residents, terminals, phone, asked);
    }

    private static CodeType preferred(LoadPlan plan) {
        return plan.simulation() == SimulationName.GATE_RUSH ? CodeType.CLEARANCE : CodeType.EID;
    }

    private Residents residents() {
        KitPhones phones = new KitPhones(crypto);
        return new Residents(kit.residents().stream()
                .map(each -> new Resident(each.n(), phones.eid(each), KitFitness.accountOf(each)))
                .toList());
    }

    private Phone phone() throws IOException, SignedStatements.NotGenuine, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new Phone(
                    new CodeMinter(crypto, new SecureRandom()),
                    new CodeKeysSource(transport, gateways).fetch(),
                    new CountersInMemory(),
                    Clock.systemUTC());
        }
    }

    private Terminals terminals() throws IOException, SignInRefused, InterruptedException {
        List<Terminal> terminals = new ArrayList<>();
        for (KitTerminal each : kit.terminals()) {
            Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
            TerminalClient client = new TerminalClient(each.key(), kit.issuer(), gateways, transport, "en");
            terminals.add(Terminal.signedIn(client, new HashSet<>(each.purposes())));
        }
        return new Terminals(terminals);
    }

    private static String ask(Asked asked, Residents residents, Phone phone, Terminals terminals)
            throws IOException, SignInRefused, InterruptedException {
        Resident resident = residents.next();
        String code = phone.code(resident.eid(), asked.type());
        Answer answer = terminals.next(asked.purpose()).verify(VerificationRequest.of(code, asked.purpose()));
        resident.release();
        return switch (answer) {
            case Answer.Answered answered -> said(answered.answer());
            case Answer.Failed failed -> failed.problem().code();
        };
    }

    private static String said(VerificationAnswer answer) {
        String code = answer.code();
        return answer.outcome().equals(VerificationAnswer.REFUSED) && code != null ? code : answer.outcome();
    }

    /** For messages: what is asked for. */
    public static String names(List<Asked> asked) {
        return asked.stream()
                .map(each -> each.purpose() + " (" + each.type().label() + ")")
                .collect(Collectors.joining(", "));
    }
}
