package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;

/**
 * Step 4 with its I/O. An unknown binding, a bad signature and a retired gateway key cost the same: one look-up of the
 * key and one verification of a signature. Also when the look-up is not granted or fails: a known key is verified with
 * before that shows, so an unknown one is after.
 */
final class GenuineCheck {
    private final PublicKeys keys;
    private final SignatureStep signature;
    private final RefusalBudget budget;

    GenuineCheck(PublicKeys keys, SignatureStep signature, RefusalBudget budget) {
        this.keys = keys;
        this.signature = signature;
        this.budget = budget;
    }

    Future<GenuineRequest> apply(OpenedRequest opened) {
        BindingKeyId id = opened.code().bindingKeyId();
        TerminalIdentity terminal = opened.allowed().request().terminal();
        return keys.find(id, terminal)
                .recover(notFound -> {
                    signature.apply(opened, Optional.empty());
                    return Future.failedFuture(notFound);
                })
                .compose(found -> judge(opened, found));
    }

    private Future<GenuineRequest> judge(OpenedRequest opened, PublicKeys.Found found) {
        TerminalIdentity terminal = opened.allowed().request().terminal();
        Optional<GenuineRequest> genuine = signature.apply(opened, found.key());
        if (genuine.isEmpty()) {
            return found.lookedUp()
                    ? notRecognised()
                    : keys.lookUpAgain(opened.code().bindingKeyId(), terminal).compose(again -> notRecognised());
        }
        if (found.lookedUp()) {
            keys.giveBack(terminal);
        }
        return Future.succeededFuture(budget.requireRoom(genuine.get()));
    }

    private static Future<GenuineRequest> notRecognised() {
        return Future.failedFuture(new Ended.With(new Outcome.NotRecognised()));
    }
}
