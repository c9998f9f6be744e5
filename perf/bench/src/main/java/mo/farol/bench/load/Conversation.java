package mo.farol.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that asks one thing at a time, by HTTP/1.1. */
final class Conversation implements AutoCloseable {
    private static final int LONGEST_ANSWER = 65_536;
    private static final String LENGTH = "\r\ncontent-length: ";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private final ByteBuffer heard = ByteBuffer.allocate(LONGEST_ANSWER);
    private long due;
    private boolean busy;

    Conversation(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param due when it should have been asked: {@link System#nanoTime} */
    void ask(byte[] request, long due) throws IOException {
        this.due = due;
        busy = true;
        heard.clear();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    long due() {
        return due;
    }

    /** Reads what has come. @return whether the answer is whole */
    boolean hear() throws IOException {
        if (channel.read(heard) < 0) {
            throw new IOException("the connection was closed before its answer");
        }
        busy = !isWhole(answer());
        return !busy;
    }

    /** Whether an answer is still to come. */
    boolean isBusy() {
        return busy;
    }

    static boolean isWhole(String answer) {
        int head = answer.indexOf(END_OF_HEAD);
        if (head < 0) {
            return false;
        }
        String fields = answer.substring(0, head).toLowerCase(Locale.ROOT);
        int length = fields.indexOf(LENGTH);
        if (length < 0) {
            return true;
        }
        int end = fields.indexOf('\r', length + LENGTH.length());
        String digits = fields.substring(length + LENGTH.length(), end < 0 ? fields.length() : end);
        return answer.length() >= head + END_OF_HEAD.length() + Integer.parseInt(digits.strip());
    }

    /** Status line, head and body, a character a byte. */
    String answer() {
        return new String(heard.array(), 0, heard.position(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
