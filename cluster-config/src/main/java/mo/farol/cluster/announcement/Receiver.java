package mo.farol.cluster.announcement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.SecretKey;

/** Passes on what authentic senders announce, each batch once. Whatever else comes is counted and forgotten. */
public final class Receiver {
    private static final int MOST_SENDERS = 256;

    private final BatchSeal seal;
    private final UUID self;
    private final AnnouncementListener listener;
    private final Map<UUID, SequenceWindow> windows = new LinkedHashMap<>(16, 0.75f, true);
    final LongAdder received = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder repeated = new LongAdder();
    final LongAdder gaps = new LongAdder();

    /** @param self this member's own sender id: it hears itself as well */
    public Receiver(SecretKey key, UUID self, AnnouncementListener listener) {
        this.seal = new BatchSeal(key);
        this.self = self;
        this.listener = listener;
    }

    /** Takes any object that came over the cluster's topic. */
    public void accept(Object message) {
        Optional<Batch> batch = message instanceof byte[] bytes ? seal.open(bytes) : Optional.empty();
        if (batch.isEmpty()) {
            refuse();
        } else if (!batch.get().sender().equals(self)) {
            accept(batch.get());
        }
    }

    /** Counts a message that could not even be read. */
    public void refuse() {
        refused.increment();
    }

    private void accept(Batch batch) {
        switch (arrival(batch)) {
            case NEXT, OVERTAKEN -> pass(batch);
            case AFTER_A_GAP -> {
                gaps.increment();
                listener.mayHaveMissedSome();
                pass(batch);
            }
            case REPEATED -> repeated.increment();
        }
    }

    private void pass(Batch batch) {
        received.add(batch.announcements().size());
        batch.announcements().forEach(listener::announced);
    }

    private synchronized SequenceWindow.Arrival arrival(Batch batch) {
        SequenceWindow known = windows.get(batch.sender());
        if (known != null) {
            return known.arrived(batch.sequence());
        }
        if (windows.size() >= MOST_SENDERS) {
            windows.remove(windows.keySet().iterator().next());
        }
        windows.put(batch.sender(), new SequenceWindow(batch.sequence()));
        return batch.sequence() == 1 ? SequenceWindow.Arrival.NEXT : SequenceWindow.Arrival.AFTER_A_GAP;
    }
}
