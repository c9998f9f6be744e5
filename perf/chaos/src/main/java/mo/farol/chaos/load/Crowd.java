package mo.farol.chaos.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Residents whose turn it is to show a code: each shows one at a time, since a newer code ends the older ones. */
final class Crowd {
    private final BlockingQueue<Holder> idle;

    Crowd(Collection<Holder> holders) {
        this.idle = new LinkedBlockingQueue<>(Math.max(1, holders.size()));
        idle.addAll(holders);
    }

    /** Whoever has waited longest; empty when everybody is busy. */
    Optional<Holder> take() throws InterruptedException {
        return Optional.ofNullable(idle.poll(200, TimeUnit.MILLISECONDS));
    }

    /** @param holder one that was taken, or the same resident with another phone */
    void giveBack(Holder holder) {
        idle.add(holder);
    }

    /** Everybody who is idle now. */
    List<Holder> takeAll() {
        List<Holder> all = new ArrayList<>();
        idle.drainTo(all);
        return all;
    }
}
