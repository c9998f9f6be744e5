package mo.farol.demo.job;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import mo.farol.demo.cast.CastBinder;
import mo.farol.demo.cast.Everybody;
import mo.farol.demo.cast.Kiosk;
import mo.farol.demo.cast.Member;
import mo.farol.demo.cast.Phones;
import mo.farol.demo.standin.MailSink;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.world.DemoWorld;
import mo.farol.phone.challenge.ChallengeAnswer;
import mo.farol.phone.challenge.ChallengePhone;
import mo.farol.phone.challenge.ShownToOwner;
import mo.farol.phone.code.Phone;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.terminal.ReleaseOpener;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.StandInCamera;
import mo.farol.phone.wallet.TicketSupply;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;

/** What the acts of the main job play with: everybody with their phones, all terminals, the officers, the mail. */
final class Stage implements AutoCloseable {
    private final DemoWorld.Running running;
    private final ReferencePhone phone;
    private final Crypto crypto;
    private final Path pictures;
    private final Map<String, TerminalClient> terminals = new HashMap<>();

    /**
     * The reference phone in its forms.
     *
     * @param plain makes every code by HPKE
     * @param byTicket makes codes by what is in its pocket
     * @param clock the gateway's time as phones know it
     */
    record ReferencePhone(
            Phone plain, ChallengePhone challenged, Function<TicketPocket, Phone> byTicket, Clock clock) {}

    Stage(DemoWorld.Running running, ReferencePhone phone, Crypto crypto, Path pictures) {
        this.running = running;
        this.phone = phone;
        this.crypto = crypto;
        this.pictures = pictures;
    }

    /** A fresh code of resident {@code n}, as their phone shows it now. */
    String code(int n, CodeType type) {
        return phone.plain().code(held(n).bound(crypto), type);
    }

    String eidCode(int n) {
        return code(n, CodeType.EID);
    }

    /** A fresh code as a phone shows it that held the e-ID once. */
    String eidCode(HeldEid held) {
        return phone.plain().code(held.bound(crypto), CodeType.EID);
    }

    /** What the phone of resident {@code n} makes of a terminal's challenge. @param page where its owner taps yes or no */
    ChallengeAnswer answer(int n, String scanned, ShownToOwner page) throws InterruptedException {
        return phone.challenged().answer(held(n).bound(crypto), CodeType.EID, scanned, page);
    }

    /** A fresh code of resident {@code n}, from a phone with these tickets. */
    String eidCode(int n, TicketPocket pocket) {
        return phone.byTicket().apply(pocket).code(held(n).bound(crypto), CodeType.EID);
    }

    /** Fills this pocket for resident {@code n}, who is signed in with an ordinary sign-in. */
    TicketSupply supply(int n, TicketPocket pocket) {
        return new TicketSupply(account(n, SignInClient.APP, false), pocket, crypto, phone.clock());
    }

    HeldEid held(int n) {
        return phones().held(n).orElseThrow();
    }

    /** The terminal of this name, signed in at its first use. */
    TerminalClient terminal(String name) {
        return terminals.computeIfAbsent(
                name,
                wanted -> new TerminalClient(
                        running.kit().terminal(wanted).orElseThrow().key(),
                        running.kit().issuer(),
                        new GatewayAddresses(running.kit().gateways()),
                        Transport.plain(HttpClient.Version.HTTP_1_1),
                        "en"));
    }

    /** Opens releases to the only institution of the demo that takes them encrypted. */
    ReleaseOpener bankOpener() throws java.text.ParseException {
        return new ReleaseOpener(
                ECKey.parse(running.seeded().releaseKeys().values().iterator().next()));
    }

    Member member(int n) {
        return everybody().members().of(n);
    }

    /** The resident API as resident {@code n}. @param strong whether with a second proof */
    ResidentClient account(int n, SignInClient client, boolean strong) {
        return everybody().signIns().resident(n, client, strong);
    }

    /** The operator API as officer {@code n}, 1 or 2. */
    OperatorClient officer(OperatorRole role, int n) {
        return everybody().signIns().officer(role, n);
    }

    Phones phones() {
        return everybody().phones();
    }

    CastBinder binder() {
        return everybody().binder();
    }

    Kiosk kiosk() {
        return everybody().kiosk();
    }

    MailSink mail() {
        return running.mail();
    }

    /** The camera of a phone. @param face who is in front of it @param live false for a photograph of them */
    StandInCamera camera(int face, boolean live) {
        return new StandInCamera(everybody().signIns().transport(), member(face).eid(), live);
    }

    /** A phone out of its box. */
    Wallet newPhone(String name) {
        return new Wallet(new PhoneLabel(name, "Farol reference phone"), crypto, new SecureRandom());
    }

    /** From now on resident {@code n} uses what is on this phone. */
    void use(int n, Wallet other) throws IOException {
        phones().of(n).hold(other.held(member(n).eid()).orElseThrow());
        keep(n);
    }

    /** Binds resident {@code n} again after an act that left them without. */
    void bindAgain(int n) throws IOException, InterruptedException {
        binder().bind(n);
        keep(n);
    }

    /** Writes down what the phone of resident {@code n} holds now. */
    void keep(int n) throws IOException {
        phones().save(n);
        running.kits().write(phones());
    }

    Path picture(String name) {
        return pictures.resolve(name);
    }

    private Everybody everybody() {
        return running.everybody();
    }

    @Override
    public void close() {
        terminals.values().forEach(TerminalClient::close);
    }
}
