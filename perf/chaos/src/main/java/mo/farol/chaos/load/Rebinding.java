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
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.PhoneLabel;
import mo.farol.phone.wallet.ResidentClient;
import mo.farol.phone.wallet.StandInCamera;
import mo.farol.phone.wallet.Wallet;
import mo.farol.token.crypto.Crypto;

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

    /**
     * @return the same resident with a new key; empty when it was refused
     * @throws IOException when nobody knows whether it is bound
     */
    Optional<Holder> bind(int n) throws IOException, InterruptedException {
        try (ApiClient api = new ApiClient(transport, gateways, people.resident(n), "en", any -> {})) {
            ResidentClient account = new ResidentClient(api);
            UUID eid = eid(n, account);
            Wallet wallet = new Wallet(PHONE, crypto, random);
            new PhoneBinder(account.binding(), wallet, KeyAttester.NONE)
                    .byFace(eid, Optional.empty(), new StandInCamera(transport, eid, true));
            return wallet.held(eid).map(held -> holder(n, held));
        }
    }

    private UUID eid(int n, ResidentClient account) throws IOException, InterruptedException {
        UUID known = eids.get(n);
        if (known != null) {
            return known;
        }
        UUID asked = account.eids().orFail("the list of e-IDs").getFirst().id();
        eids.put(n, asked);
        return asked;
    }

    private Holder holder(int n, HeldEid held) {
        BoundEid bound = held.bound(crypto);
        return new Holder(n, bound, held.binding());
    }

    @Override
    public void close() {
        transport.close();
    }
}
