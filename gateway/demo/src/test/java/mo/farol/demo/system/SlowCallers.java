package mo.farol.demo.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thousands of connections that do as little as they can: a third never ends its headers, a third never ends its body, a
 * third asks and does not read. Who is cut off comes back. One thread.
 */
final class SlowCallers implements AutoCloseable {
    private static final long DRIP_MILLIS = 500;
    private static final String HEADERS = "POST /v1/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
    private static final String BODY = "POST /v1/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{";
    private static final String READING = "GET /openapi/verifier.yaml HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(3);

    private final int port;
    private final Selector selector = Selector.open();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;

    private SlowCallers(int port, int connections) throws IOException {
        this.port = port;
        for (int i = 0; i < connections; i++) {
            call(i % 3);
        }
        this.thread = Thread.ofPlatform().name("slow-callers").start(this::drip);
    }

    static SlowCallers at(int port, int connections) throws IOException {
        return new SlowCallers(port, connections);
    }

    int open() {
        return open.get();
    }

    int cutOff() {
        return cutOff.get();
    }

    private void call(int kind) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        say(channel, kind == 0 ? HEADERS : kind == 1 ? BODY : READING);
        // Who does not read does not hear either that it was cut off.
        channel.register(selector, kind == 2 ? 0 : SelectionKey.OP_READ, kind);
        open.incrementAndGet();
    }

    private static void say(SocketChannel channel, String text) throws IOException {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void drip() {
        long next = System.nanoTime();
        try {
            while (!stop.get()) {
                selector.select(this::hear, 50);
                if (System.nanoTime() - next > 0) {
                    for (SelectionKey key : List.copyOf(selector.keys())) {
                        if (key.isValid() && (int) key.attachment() != 2) {
                            drop(key);
                        }
                    }
                    next = System.nanoTime() + DRIP_MILLIS * 1_000_000;
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void drop(SelectionKey key) {
        try {
            say((SocketChannel) key.channel(), " ");
        } catch (IOException cut) {
            again(key);
        }
    }

    private void hear(SelectionKey key) {
        try {
            if (((SocketChannel) key.channel()).read(ByteBuffer.allocate(4096)) < 0) {
                again(key);
            }
        } catch (IOException cut) {
            again(key);
        }
    }

    private void again(SelectionKey key) {
        try {
            int kind = (int) key.attachment();
            key.channel().close();
            open.decrementAndGet();
            cutOff.incrementAndGet();
            call(kind);
        } catch (IOException refused) {
            throw new IllegalStateException("the gateway takes no connection", refused);
        }
    }

    @Override
    public void close() throws Exception {
        stop.set(true);
        thread.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
