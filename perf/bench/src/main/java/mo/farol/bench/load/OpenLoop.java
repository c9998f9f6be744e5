package mo.farol.bench.load;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Asks when it is time to, whatever became of earlier questions. The time of an answer counts from when its question was
 * due, so a system that stalls is charged for everybody who came meanwhile: no coordinated omission. One thread and plain
 * sockets, because whoever asks shares two cores with who answers.
 */
public final class OpenLoop implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);
    private static final int MOST_CONNECTIONS = 1_000;
    /** Connections that exist before the first question. */
    private static final int OPENED = 64;
    /** Questions between two looks for answers, so that a backlog of questions does not make answers look late. */
    private static final int AT_A_TIME = 8;

    private final int port;
    private final UnaryOperator<String> naming;
    private final Selector selector = Selector.open();
    private final Deque<Conversation> free = new ArrayDeque<>();
    private final List<Conversation> all = new ArrayList<>();
    private final Latencies answers = new Latencies();
    private final Latencies lateness = new Latencies();
    private final Map<String, Long> counts = new HashMap<>();
    private int waiting;

    /** @param naming what an answer says, from its head and body */
    public OpenLoop(int port, UnaryOperator<String> naming) throws IOException {
        this.port = port;
        this.naming = naming;
        for (int i = 0; i < OPENED; i++) {
            free.add(opened());
        }
    }

    private Conversation opened() throws IOException {
        Conversation opened = new Conversation(port, selector);
        all.add(opened);
        return opened;
    }

    /**
     * Asks everything at its time and waits for the last answers. Once only.
     *
     * @param due nanoseconds from now, rising, one for each request
     */
    public Heard run(List<byte[]> requests, long[] due) throws IOException {
        long start = System.nanoTime();
        int next = 0;
        while (next < due.length) {
            next = askDue(requests, due, next, start);
            long left = next < due.length ? start + due[next] - System.nanoTime() : 0;
            // A selector cannot wait for less than a millisecond, and being late would count against who answers.
            if (left > 2_000_000) {
                selector.select(key -> hear((Conversation) key.attachment()), left / 1_000_000 - 1);
            } else {
                selector.selectNow(key -> hear((Conversation) key.attachment()));
            }
        }
        awaitLast();
        return new Heard(Tally.of(counts), answers, lateness);
    }

    private int askDue(List<byte[]> requests, long[] due, int from, long start) throws IOException {
        int next = from;
        long now = System.nanoTime();
        while (next < due.length && next - from < AT_A_TIME && start + due[next] <= now) {
            if (free.isEmpty() && all.size() >= MOST_CONNECTIONS) {
                break;
            }
            Conversation conversation = free.isEmpty() ? opened() : free.remove();
            long at = start + due[next];
            lateness.add(System.nanoTime() - at);
            conversation.ask(requests.get(next), at);
            waiting++;
            next++;
        }
        return next;
    }

    private void hear(Conversation conversation) {
        try {
            if (conversation.hear()) {
                answers.add(System.nanoTime() - conversation.due());
                counts.merge(naming.apply(conversation.answer()), 1L, Long::sum);
                waiting--;
                free.add(conversation);
            }
        } catch (IOException cut) {
            if (conversation.isBusy()) {
                counts.merge("cut_off", 1L, Long::sum);
                waiting--;
            } else {
                free.remove(conversation);
            }
            end(conversation);
        }
    }

    private void end(Conversation conversation) {
        all.remove(conversation);
        try {
            conversation.close();
        } catch (IOException e) {
            // A connection that cannot even be closed is told with the answers.
            counts.merge("not_closed", 1L, Long::sum);
        }
    }

    private void awaitLast() throws IOException {
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (waiting > 0 && System.nanoTime() < deadline) {
            selector.select(key -> hear((Conversation) key.attachment()), 10);
        }
        if (waiting > 0) {
            counts.merge("no_answer", (long) waiting, Long::sum);
        }
    }

    @Override
    public void close() throws IOException {
        for (Conversation each : all) {
            each.close();
        }
        selector.close();
    }

    /**
     * What came of it.
     *
     * @param answers from when a question was due to its whole answer
     * @param lateness from when a question was due to when it was asked: this side's own share
     */
    public record Heard(Tally tally, Latencies answers, Latencies lateness) {}
}
