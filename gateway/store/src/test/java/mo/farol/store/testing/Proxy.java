package mo.farol.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A TCP proxy in front of PostgreSQL that can lose what one side says, and cut. */
public final class Proxy implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final ServerSocket listening;
    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile String dropAsking = "";
    private volatile boolean refusing;
    private volatile boolean turnedAway;

    public Proxy(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on what the server says on the connections there are is lost; what it is told still arrives. */
    public void swallowAnswers() {
        links.forEach(link -> link.deaf = true);
    }

    /** Cuts every connection there is. */
    public void cut() {
        List<Link> cut = new ArrayList<>(links);
        links.removeAll(cut);
        cut.forEach(Link::close);
    }

    /** While refusing, new connections are closed at once. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** Whether anybody came while refusing. */
    public boolean turnedAway() {
        return turnedAway;
    }

    /** The next message with this text never reaches the server: its connection is cut instead. */
    public void cutBefore(String text) {
        dropAsking = text;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (refusing) {
                    client.close();
                    turnedAway = true;
                    continue;
                }
                Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                if (listening.isClosed()) {
                    // It came while this was being closed, and after the others were cut.
                    link.close();
                    continue;
                }
                Thread.ofVirtual().start(() -> link.pump(link.client, link.server, true));
                Thread.ofVirtual().start(() -> link.pump(link.server, link.client, false));
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean deaf;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(Socket from, Socket to, boolean asking) {
            byte[] chunk = new byte[CHUNK];
            try {
                for (int n = from.getInputStream().read(chunk);
                        n >= 0;
                        n = from.getInputStream().read(chunk)) {
                    if (asking && drops(new String(chunk, 0, n, StandardCharsets.ISO_8859_1))) {
                        break;
                    }
                    if (asking || !deaf) {
                        to.getOutputStream().write(chunk, 0, n);
                    }
                }
            } catch (IOException gone) {
                links.remove(this);
            }
            close();
        }

        void close() {
            try (client;
                    server) {
                links.remove(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean drops(String message) {
            if (dropAsking.isEmpty() || !message.contains(dropAsking)) {
                return false;
            }
            dropAsking = "";
            return true;
        }
    }
}
