package mo.farol.cluster.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends announcements in batches: at once when idle, many together under load. Never makes its caller wait; when the
 * queue is full it drops, and leaves out a sequence number so that the others know.
 */
public final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final BatchSeal seal;
    private final UUID self;
    private final int largestBatch;
    private final Consumer<byte[]> channel;
    private final BlockingQueue<Announcement> queue;
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Thread thread;
    private long sequence;
    private boolean failing;
    final LongAdder sent = new LongAdder();
    final LongAdder dropped = new LongAdder();

    /**
     * @param self this member's sender id, drawn at random at each start
     * @param channel hands a message to all members; may block, may throw
     */
    public Announcer(SecretKey key, UUID self, int capacity, int largestBatch, Consumer<byte[]> channel) {
        this.seal = new BatchSeal(key);
        this.self = self;
        this.largestBatch = largestBatch;
        this.channel = channel;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().daemon().name("farol-announcer").unstarted(this::run);
    }

    public Announcer start() {
        thread.start();
        return this;
    }

    /** Queues an announcement, or drops it when the queue is full. */
    public void announce(Announcement announcement) {
        if (!queue.offer(announcement)) {
            dropped.increment();
            lost.set(true);
        }
    }

    private void run() {
        List<Announcement> batch = new ArrayList<>(largestBatch);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(queue.take());
                queue.drainTo(batch, largestBatch - 1);
                send(List.copyOf(batch));
                batch.clear();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Announcement> batch) {
        sequence += lost.getAndSet(false) ? 2 : 1;
        try {
            channel.accept(seal.seal(new Batch(self, sequence, batch)));
            sent.add(batch.size());
            failing = false;
        } catch (RuntimeException e) {
            dropped.add(batch.size());
            if (!failing) {
                LOG.warn("announcements do not leave this gateway; the others will ask the database instead", e);
            }
            failing = true;
        }
    }

    /** Stops sending; what still waits is dropped. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
