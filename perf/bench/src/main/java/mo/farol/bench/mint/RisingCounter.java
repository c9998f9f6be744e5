package mo.farol.bench.mint;

import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.phone.code.MintCounter;
import mo.farol.token.BindingKeyId;

/** One rising number for all phones of a run: a counter that falls back looks like a cloned key. */
public final class RisingCounter implements MintCounter {
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public int next(BindingKeyId binding) {
        return last.incrementAndGet();
    }
}
