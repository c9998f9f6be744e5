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
 * Asks at a fixed rate, whatever the answers do: the time of an answer counts from when its question was due. One thread
 * and plain sockets, so that on two cores most of the machine is left to what is asked.
 */
final class OpenLoad implements AutoCloseable {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);
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
            while (start + sent * nanosEach <= now && ask(start + sent * nanosEach, figures)) {
                sent++;
            }
            selector.select(key -> read((Caller) key.attachment(), figures), 1);
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
        caller.ask(questions.get(), due);
        waiting++;
        figures.sent(System.nanoTime() - due);
        return true;
    }

    private void read(Caller caller, LoadFigures figures) {
        try {
            if (caller.hasWholeAnswer()) {
                if (figures.answered(caller.question, caller.answer(), System.nanoTime() - caller.due)) {
                    questions.turnedAway(caller.question);
                }
                waiting--;
                free.add(caller);
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
        private long due;

        Caller() throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask(LoadQuestion asked, long since) throws IOException {
            question = asked;
            due = since;
            heard.clear();
            ByteBuffer bytes = ByteBuffer.wrap(asked.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        boolean hasWholeAnswer() throws IOException {
            if (channel.read(heard) < 0) {
                channel.close();
                throw new IOException("closed");
            }
            String text = answer();
            int head = text.indexOf("\r\n\r\n");
            int length = text.indexOf("content-length: ");
            if (head < 0 || length < 0) {
                return false;
            }
            int end = text.indexOf('\r', length);
            return heard.position() >= head + 4 + Integer.parseInt(text.substring(length + 16, end));
        }

        String answer() {
            return new String(heard.array(), 0, heard.position(), StandardCharsets.ISO_8859_1);
        }
    }
}
