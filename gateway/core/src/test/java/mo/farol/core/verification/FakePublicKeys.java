package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** Public keys in a map. */
final class FakePublicKeys implements PublicKeys {
    final Map<BindingKeyId, BindingPublicKey> keys = new HashMap<>();
    final List<BindingKeyId> forgotten = new ArrayList<>();
    int lookUps;
    boolean down;
    boolean spent;

    @Override
    public Future<Optional<BindingPublicKey>> find(BindingKeyId id, TerminalIdentity onBehalfOf) {
        lookUps++;
        if (spent) {
            return Future.failedFuture(new BudgetSpent());
        }
        return down
                ? Future.failedFuture(new ArbiterUnreachable("down"))
                : Future.succeededFuture(Optional.ofNullable(keys.get(id)));
    }

    @Override
    public void forget(BindingKeyId id) {
        forgotten.add(id);
    }
}
