package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.CounterCases;

public final class MemoryCounterCases implements CounterCases {
    private final Map<UUID, CounterCase> byId = new ConcurrentHashMap<>();

    @Override
    public Future<Void> add(CounterCase opened) {
        byId.putIfAbsent(opened.id(), opened);
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<CounterCase>> find(UUID id) {
        return Future.succeededFuture(Optional.ofNullable(byId.get(id)));
    }
}
