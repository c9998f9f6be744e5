package mo.farol.server.replay;

import io.vertx.core.Future;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.RequestKey;
import mo.farol.token.BindingKeyId;

/**
 * A ledger that tells the caches of every binding whose life an act changed. Nothing rests on it: what is cached of a
 * binding is its key alone, which never changes, and never whether it stands.
 */
public record ToldLedger(EidLedger ledger, ChangeNews news) implements EidLedger {
    @Override
    public Future<Entered> decide(long resident, RequestKey request, Rule rule) {
        return ledger.decide(resident, request, rule).andThen(decided -> {
            if (decided.succeeded() && decided.result() instanceof Entered.Done(EidEvent event, boolean replayed)) {
                Long keyId = event.keyId();
                if (keyId != null && !replayed) {
                    news.outdated(new OutdatedFact.PublicKey(new BindingKeyId(keyId)));
                }
            }
        });
    }
}
