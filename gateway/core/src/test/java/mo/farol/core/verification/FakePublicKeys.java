package mo.farol.core.verification;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** Public keys in a map. */
final class FakePublicKeys implements PublicKeys {
    final Map<BindingKeyId, BindingPublicKey> keys = new HashMap<>();
    final List<BindingKeyId> forgotten = new ArrayList<>();
    /** Key ids that this node has looked up before, and remembers. */
    final Set<BindingKeyId> cached = new HashSet<>();

    int lookUps;
    int givenBack;
    boolean down;
    boolean spent;

    @Override
    public Future<Found> find(BindingKeyId id, TerminalIdentity onBehalfOf) {
        return cached.contains(id)
                ? Future.succeededFuture(new Found(Optional.ofNullable(keys.get(id)), false))
                : lookUp(id).map(key -> new Found(key, true));
    }

    @Override
    public Future<Void> lookUpAgain(BindingKeyId id, TerminalIdentity onBehalfOf) {
        return lookUp(id).mapEmpty();
    }

    @Override
    public void giveBack(TerminalIdentity onBehalfOf) {
        givenBack++;
    }

    private Future<Optional<BindingPublicKey>> lookUp(BindingKeyId id) {
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
