package mo.farol.demo.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Asks at a fixed rate, whatever the answers do. The time of an answer counts from its question; how much later than due
 * that was is told apart, because it is this side's. One thread and plain sockets, so that on two cores most of the machine
 * is left to what is asked.
 */
final class OpenLoad implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);
    /** Questions between two looks for answers, so that a backlog of questions does not make answers look late. */
    private static final int AT_A_TIME = 8;

    private static final int LONGEST_ANSWER = 65_536;

    private final int port;
    private final int mostConnections;
    private final LoadQuestions questions;
    private final Selector selector = Selector.open();
    private final Deque<Caller> free = new ArrayDeque<>();
    private final List<Caller> callers = new ArrayList<>();
    private int waiting;

    OpenLoad(int port, int mostConnections, LoadQuestions questions) throws IOException {
        this.port = port;
        this.mostConnections = mostConnections;
        this.questions = questions;
    }

    /** Asks for this long, then waits for the last answers. */
    LoadFigures run(double perSecond, Duration time) throws IOException {
        LoadFigures figures = new LoadFigures();
        long start = System.nanoTime();
        long nanosEach = Math.max(1, (long) (1e9 / perSecond));
        long sent = 0;
        long now = start;
        while (now - start < time.toNanos()) {
            for (int i = 0; i < AT_A_TIME && start + sent * nanosEach <= now; i++) {
                if (!ask(start + sent * nanosEach, figures)) {
                    break;
                }
                sent++;
            }
            if (start + sent * nanosEach <= now) {
                selector.selectNow(key -> read((Caller) key.attachment(), figures));
            } else {
                selector.select(key -> read((Caller) key.attachment(), figures), 1);
            }
            now = System.nanoTime();
        }
        figures.ran(now - start);
        long deadline = now + LAST_ANSWERS.toNanos();
        while (waiting > 0 && System.nanoTime() < deadline) {
            selector.select(key -> read((Caller) key.attachment(), figures), 10);
        }
        figures.lost(waiting);
        return figures;
    }

    private boolean ask(long due, LoadFigures figures) throws IOException {
        Caller caller = free.poll();
        if (caller == null && callers.size() < mostConnections) {
            caller = new Caller();
            callers.add(caller);
        }
        if (caller == null) {
            return false;
        }
        caller.ask(questions.get());
        waiting++;
        figures.sent(caller.asked - due);
        return true;
    }

    private void read(Caller caller, LoadFigures figures) {
        try {
            if (caller.hasWholeAnswer()) {
                if (figures.answered(caller.question, caller.answer, System.nanoTime() - caller.asked)) {
                    questions.turnedAway(caller.question);
                }
                waiting--;
                if (caller.isToHangUp()) {
                    caller.channel.close();
                    callers.remove(caller);
                } else {
                    free.add(caller);
                }
            }
        } catch (IOException cut) {
            figures.cut(cut);
            waiting--;
            callers.remove(caller);
        }
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : callers) {
            caller.channel.close();
        }
        selector.close();
    }

    private final class Caller {
        private final SocketChannel channel;
        private final ByteBuffer heard = ByteBuffer.allocate(LONGEST_ANSWER);
        private LoadQuestion question = LoadQuestion.NONE;
        private String answer = "";
        private long asked;

        Caller() throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask(LoadQuestion next) throws IOException {
            question = next;
            heard.clear();
            ByteBuffer bytes = ByteBuffer.wrap(next.bytes());
            asked = System.nanoTime();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        boolean hasWholeAnswer() throws IOException {
            if (channel.read(heard) < 0) {
                channel.close();
                throw new IOException("closed");
            }
            answer = new String(heard.array(), 0, heard.position(), StandardCharsets.ISO_8859_1);
            int head = answer.indexOf("\r\n\r\n");
            int length = answer.indexOf("content-length: ");
            if (head < 0 || length < 0) {
                return false;
            }
            int end = answer.indexOf('\r', length);
            return heard.position() >= head + 4 + Integer.parseInt(answer.substring(length + 16, end));
        }

        boolean isToHangUp() {
            return answer.contains("\r\nconnection: close");
        }
    }
}
