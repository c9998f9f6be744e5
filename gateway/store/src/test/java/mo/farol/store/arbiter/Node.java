package mo.farol.store.arbiter;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.store.Store;
import mo.farol.store.StoreConfig;

/** One gateway's store, with an event loop of its own. */
final class Node implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Store store;

    Node(StoreConfig config) {
        store = await(Store.open(vertx, config));
    }

    Store store() {
        return store;
    }

    Decision redeem(Redemption redemption) {
        return await(store.arbiter().redeem(redemption));
    }

    /** All at once, from one turn of the event loop, so that they share batches. */
    List<Decision> redeemTogether(List<Redemption> redemptions) {
        return await(begin(redemptions));
    }

    Future<List<Decision>> begin(List<Redemption> redemptions) {
        io.vertx.core.Promise<List<Decision>> all = io.vertx.core.Promise.promise();
        vertx.runOnContext(turn -> {
            List<Future<Decision>> answers = new ArrayList<>();
            redemptions.forEach(redemption -> answers.add(store.arbiter().redeem(redemption)));
            Future.all(answers).map(done -> done.<Decision>list()).onComplete(all);
        });
        return all.future();
    }

    @Override
    public void close() {
        await(store.close());
        await(vertx.close());
    }
}
