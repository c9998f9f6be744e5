package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Challenges;

public final class MemoryChallenges implements Challenges {
    private final Map<UUID, Challenge> byId = new ConcurrentHashMap<>();

    @Override
    public Future<Void> add(Challenge challenge) {
        byId.put(challenge.id(), challenge);
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<Challenge>> find(UUID id) {
        return Future.succeededFuture(Optional.ofNullable(byId.get(id)));
    }

    public void forget(UUID id) {
        byId.remove(id);
    }
}
