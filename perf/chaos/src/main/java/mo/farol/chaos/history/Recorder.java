package mo.farol.chaos.history;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Notes every question before it is sent and every answer after it came, by one monotonic clock. Safe for use by many
 * threads.
 */
public final class Recorder {
    private final HistoryWriter writer;
    private final LongSupplier nanoTime;
    private final Tally tally = new Tally();
    private final AtomicLong ops = new AtomicLong();

    public Recorder(HistoryWriter writer, LongSupplier nanoTime) {
        this.writer = writer;
        this.nanoTime = nanoTime;
    }

    /** @return the op's number, for {@link #answered} */
    public long asking(Question question) throws InterruptedException {
        long op = ops.incrementAndGet();
        // The time is taken before the line may have to wait, and so before the question is sent.
        writer.write(new Line.Invoke(op, nanoTime.getAsLong(), question));
        return op;
    }

    /** Call as soon as the answer is complete. */
    public void answered(long op, Act act, Answer answer) throws InterruptedException {
        long at = nanoTime.getAsLong();
        tally.answered(act, answer);
        writer.write(new Line.Reply(op, at, answer));
    }

    /** Any other line. */
    public void note(Line line) throws InterruptedException {
        writer.write(line);
    }

    public long now() {
        return nanoTime.getAsLong();
    }

    public Tally tally() {
        return tally;
    }
}
