package mo.farol.demo.world;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.resident.Accounts;
import mo.farol.demo.people.People;
import mo.farol.demo.seed.Catalogue;
import mo.farol.demo.seed.InstitutionSeeder;
import mo.farol.demo.seed.ResidentSeeder;
import mo.farol.demo.seed.SeededResident;
import mo.farol.demo.seed.SeededTerminal;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.standin.SignInProvider;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.KitSignIn;
import mo.farol.phone.kit.PerfKit;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.StoreSettings;
import mo.farol.store.StoreConfig;

/** Enters a kit straight into the database of a deployment that may not even have a gateway yet. */
public final class StoreKit {
    private static final int AT_ONCE = 32;
    private static final long SEED = 42;
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final GatewayConfig config;

    /** @throws NotSynthetic unless the configuration says that everybody is invented */
    public StoreKit(GatewayConfig config) throws NotSynthetic {
        if (!config.synthetic()) {
            throw new NotSynthetic();
        }
        this.config = config;
    }

    /** Residents, each with an account at the first provider for residents, if there is one. */
    public PerfKit enter(int count) throws IOException, Waiting.StoreFailed, InterruptedException {
        try (DemoStore store = DemoStore.open(storeConfig())) {
            List<SeededTerminal> terminals = new InstitutionSeeder(store.registry())
                    .enter(Catalogue.ofTwoInstitutions())
                    .terminals();
            List<SeededResident> residents =
                    new ResidentSeeder(store.registry(), new People(SEED, LocalDate.now(MACAU))).enter(1, count);
            linkAccounts(store.accounts(), residents);
            return new PerfKit(
                    List.of(URI.create(config.issuer())),
                    config.issuer(),
                    terminals.stream().map(SeededTerminal::kit).toList(),
                    residents.stream().map(this::kit).toList(),
                    signIn().orElse(null));
        }
    }

    private KitResident kit(SeededResident resident) {
        KitResident kit = resident.kit();
        return config.signIn().residents().isEmpty() ? kit : kit.withAccount(SignInProvider.resident(kit.n()));
    }

    /** As the stand-ins have it: a deployment with another provider gives no tokens for a name. */
    private Optional<KitSignIn> signIn() {
        return config.signIn().residents().stream()
                .findFirst()
                .map(first -> new KitSignIn(
                        URI.create(first.provider().issuer() + "/token"),
                        first.clients().getFirst().azp(),
                        first.stepUp().acrValues().getFirst()));
    }

    private void linkAccounts(Accounts accounts, List<SeededResident> residents)
            throws Waiting.StoreFailed, InterruptedException {
        if (config.signIn().residents().isEmpty()) {
            return;
        }
        String issuer = config.signIn().residents().getFirst().provider().issuer();
        for (int from = 0; from < residents.size(); from += AT_ONCE) {
            List<Future<Void>> links = new ArrayList<>();
            for (SeededResident resident : residents.subList(from, Math.min(residents.size(), from + AT_ONCE))) {
                links.add(accounts.link(
                        issuer, SignInProvider.resident(resident.kit().n()), resident.row()));
            }
            Waiting.on(Future.all(links));
        }
    }

    private StoreConfig storeConfig() {
        StoreSettings store = config.store();
        return new StoreConfig(
                store.host(),
                store.port(),
                store.database(),
                store.user(),
                store.password().reveal(),
                store.rootCertificate(),
                2,
                config.keys().atRest(),
                config.keys().password().reveal(),
                Duration.ofSeconds(config.codes().lifeSeconds()),
                Duration.ofSeconds(config.codes().toleranceSeconds()),
                store.allowNotDurable());
    }

    /** Real people may be in that deployment. */
    public static final class NotSynthetic extends Exception {
        private static final long serialVersionUID = 1L;

        NotSynthetic() {
            super("refused: the configuration does not say synthetic: true");
        }
    }
}
