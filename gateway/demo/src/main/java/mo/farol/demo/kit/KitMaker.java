package mo.farol.demo.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import mo.farol.demo.cast.Invented;
import mo.farol.demo.cast.SomeAtATime;
import mo.farol.demo.cast.SyntheticBatches;
import mo.farol.demo.people.Kind;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.demo.seed.NewKeys;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignInProvider;
import mo.farol.demo.standin.SignedIn;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.KitSignIn;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.operator.NewTerminal;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.StandInCamera;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.crypto.Crypto;

/**
 * Provisions a kit: an officer enters invented people, links their accounts and enrols terminals; each person binds a
 * phone by a face check.
 */
public final class KitMaker implements AutoCloseable {
    private static final int TERMINALS = 8;
    private static final int AT_ONCE = 16;
    private static final int ENTERED_AT_ONCE = 500;

    private final KitTarget target;
    private final String name;
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final GatewayAddresses gateways;
    private final OperatorClient officer;
    private final Crypto crypto = Crypto.preferred().crypto();
    private final SecureRandom random = new SecureRandom();

    /** @param name of the kit: lower-case letters and digits, unlike any other kit's in this deployment */
    public KitMaker(KitTarget target, String name) {
        this.target = target;
        this.name = name;
        this.gateways = new GatewayAddresses(target.gateways());
        this.officer = new OperatorClient(api(signedIn(SignedIn.Account.operator(OperatorRole.REGISTRY_OFFICER, 2))));
    }

    /**
     * @param people who has which number
     * @param first the number of the first among {@code people}
     * @throws SyntheticBatches.Refused when the deployment does not take invented people, or has some of them
     */
    public PerfKit make(People people, int first, int count) throws IOException, InterruptedException {
        List<KitResident> residents = new ArrayList<>(count);
        Iterator<Person> line = IntStream.iterate(first, n -> n + 1)
                .mapToObj(people::person)
                .filter(KitMaker::bindsByFace)
                .iterator();
        while (residents.size() < count) {
            List<Person> some = new ArrayList<>();
            while (some.size() < Math.min(ENTERED_AT_ONCE, count - residents.size())) {
                some.add(line.next());
            }
            residents.addAll(residents(some, residents.size() + 1));
        }
        return new PerfKit(target.gateways(), target.issuer(), terminals(), residents, signIn());
    }

    private KitSignIn signIn() {
        return new KitSignIn(
                URI.create(SignInProvider.issuer(target.signIn(), SignInClient.APP) + "/token"),
                SignInClient.APP.clientId(),
                SignInProvider.STRONG);
    }

    private List<KitResident> residents(List<Person> some, int number) throws IOException, InterruptedException {
        List<UUID> eids = new SyntheticBatches(officer)
                .enter(some.stream().map(Invented::withoutContact).toList());
        List<Newcomer> newcomers = new ArrayList<>();
        for (int i = 0; i < eids.size(); i++) {
            newcomers.add(new Newcomer(number + i, eids.get(i), some.get(i)));
        }
        return SomeAtATime.map(newcomers, AT_ONCE, this::bound);
    }

    /** Children would need a parent and twins a kiosk, and neither makes another load. */
    private static boolean bindsByFace(Person person) {
        return person.kind() == Kind.ADULT || person.kind() == Kind.SENIOR;
    }

    private KitResident bound(Newcomer one) throws IOException, InterruptedException {
        String subject = name + "-" + one.n();
        officer.linkAccount(one.eid(), SignInProvider.issuer(target.signIn(), SignInClient.APP), subject)
                .orFail("linking an account");
        Wallet wallet = new Wallet(new PhoneLabel("Load test", "Farol reference phone"), crypto, random);
        ResidentClient account = new ResidentClient(
                api(signedIn(SignedIn.Account.of(subject, SignInClient.APP).steppedUp())));
        new PhoneBinder(account.binding(), wallet, KeyAttester.NONE)
                .byFace(one.eid(), Optional.empty(), new StandInCamera(transport, one.eid(), true))
                .orFail("binding a phone");
        HeldEid held = wallet.held(one.eid()).orElseThrow();
        return KitPhones.resident(
                        one.n(),
                        held.keyId(),
                        held.scalar(),
                        one.person().kind().label())
                .withAccount(subject);
    }

    private List<KitTerminal> terminals() throws IOException, InterruptedException {
        List<KitTerminal> terminals = new ArrayList<>();
        for (int i = 1; i <= TERMINALS; i++) {
            ECKey key = NewKeys.signing(name + "-" + i);
            NewTerminal enrolled = new NewTerminal(
                    name + "-" + i,
                    target.institution(),
                    target.means(),
                    json(key.toPublicJWK().toJSONString()));
            officer.enrol(enrolled).orFail("enrolling a terminal");
            terminals.add(new KitTerminal(enrolled.name(), target.purposes(), json(key.toJSONString())));
        }
        return terminals;
    }

    private SignedIn signedIn(SignedIn.Account account) {
        return new SignedIn(transport, target.signIn(), account, Clock.systemUTC());
    }

    private ApiClient api(TokenSource tokens) {
        return new ApiClient(transport, gateways, tokens, "en", reply -> {});
    }

    private static JsonNode json(String jwk) throws IOException {
        return new ObjectMapper().readTree(jwk);
    }

    @Override
    public void close() {
        transport.close();
    }

    private record Newcomer(int n, UUID eid, Person person) {}
}
