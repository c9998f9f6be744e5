package mo.farol.server;

import io.vertx.core.Future;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.proof.ProofSetup;
import mo.farol.server.proof.Proofs;
import mo.farol.server.signin.PeopleSignIn;
import mo.farol.store.Store;

/** What a gateway has opened before it listens: its store, and whose signatures it believes. */
record Opened(Store store, PeopleSignIn people, Proofs proofs) {
    /** Fails, with nothing left open, when a provider's keys cannot be read or the store is not one that may decide. */
    static Future<Opened> on(Grounds grounds) {
        GatewayConfig config = grounds.config();
        return PeopleSignIn.start(grounds.vertx(), grounds.crypto().crypto(), config.signIn())
                .compose(people -> Store.open(
                                grounds.vertx(),
                                StoreSetup.of(config),
                                LogSetup.of(
                                        grounds.vertx(),
                                        config.log(),
                                        grounds.keys().log()))
                        .compose(store -> proofs(grounds, store, people))
                        .onFailure(why -> people.close()));
    }

    private static Future<Opened> proofs(Grounds grounds, Store store, PeopleSignIn people) {
        return ProofSetup.open(
                        grounds.config(),
                        grounds.vertx(),
                        store.eids(),
                        store.time(),
                        grounds.crypto().crypto())
                .map(proofs -> new Opened(store, people, proofs))
                .onFailure(why -> store.close());
    }
}
