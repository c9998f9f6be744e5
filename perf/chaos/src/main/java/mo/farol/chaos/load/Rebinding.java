package mo.farol.chaos.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.chaos.world.Node;
import mo.farol.chaos.world.People;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.StandInCamera;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.crypto.Crypto;
import org.jspecify.annotations.Nullable;

/** Binds residents' e-IDs to new phones, by a face check, as anybody does it. */
final class Rebinding implements AutoCloseable {
    private static final PhoneLabel PHONE = new PhoneLabel("Fault harness", "Farol reference phone");

    private final Crypto crypto;
    private final People people;
    private final GatewayAddresses gateways;
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, UUID> eids = new ConcurrentHashMap<>();

    Rebinding(Crypto crypto, People people, Gateways gateways) {
        this.crypto = crypto;
        this.people = people;
        this.gateways =
                new GatewayAddresses(gateways.nodes().stream().map(Node::api).toList());
    }

    /** @throws IOException when nobody knows whether it is bound */
    Bound bind(Holder holder) throws IOException, InterruptedException {
        try (ApiClient api = new ApiClient(transport, gateways, people.resident(holder.n()), "en", any -> {})) {
            ResidentClient account = new ResidentClient(api);
            UUID eid = eid(holder.n(), account);
            Wallet wallet = new Wallet(PHONE, crypto, random);
            ApiAnswer<Receipt> answer = new PhoneBinder(account.binding(), wallet, KeyAttester.NONE)
                    .byFace(eid, Optional.empty(), new StandInCamera(transport, eid, true));
            return new Bound(
                    wallet.held(eid).map(held -> holder.with(held.bound(crypto), held.binding())),
                    answer.refusal().orElse(null));
        }
    }

    /**
     * What came of it.
     *
     * @param holder with the new phone; empty when it was refused
     * @param refusal the problem's code
     */
    record Bound(Optional<Holder> holder, @Nullable String refusal) {}

    private UUID eid(int n, ResidentClient account) throws IOException, InterruptedException {
        UUID known = eids.get(n);
        if (known != null) {
            return known;
        }
        UUID asked = account.eids().orFail("the list of e-IDs").getFirst().id();
        eids.put(n, asked);
        return asked;
    }

    @Override
    public void close() {
        transport.close();
    }
}
