package mo.farol.phone.code;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.token.BindingKeyId;

/** Counters from one, for phones that live as long as the process: load tests and tests. */
public final class CountersInMemory implements MintCounter {
    private final Map<BindingKeyId, AtomicInteger> counters = new ConcurrentHashMap<>();

    @Override
    public int next(BindingKeyId binding) {
        return counters.computeIfAbsent(binding, id -> new AtomicInteger()).incrementAndGet();
    }
}
