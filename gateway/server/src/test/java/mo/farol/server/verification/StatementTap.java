package mo.farol.server.verification;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before PostgreSQL and counts the executions of each statement, by the frontend's Parse and Bind messages. */
final class StatementTap implements AutoCloseable {
    private static final int LENGTH = 4;

    private final ServerSocket listening;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> executed = new ConcurrentHashMap<>();

    StatementTap(int target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How often each statement was executed so far, by its text. */
    Map<String, Integer> executed() {
        return new TreeMap<>(executed);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, server));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> ask(client, server));
                Thread.ofVirtual().start(() -> answer(server, client));
            } catch (IOException closed) {
                close();
            }
        }
    }

    /** The first message has no type; each later one has: a byte, the length with itself, the content. */
    private void ask(Socket client, Socket server) {
        Map<String, String> prepared = new HashMap<>();
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
            out.write(content(in, out));
            out.flush();
            while (!client.isClosed()) {
                char type = (char) in.readUnsignedByte();
                out.writeByte(type);
                byte[] content = content(in, out);
                count(type, new String(content, StandardCharsets.ISO_8859_1).split("\0", 3), prepared);
                out.write(content);
                out.flush();
            }
        } catch (IOException over) {
            open.removeAll(List.of(client, server));
        }
    }

    private static byte[] content(DataInputStream in, DataOutputStream out) throws IOException {
        int length = in.readInt();
        out.writeInt(length);
        return in.readNBytes(length - LENGTH);
    }

    /** Parse names a statement and gives its text; Bind names a portal and the statement. */
    private void count(char type, String[] texts, Map<String, String> prepared) {
        switch (type) {
            case 'P' -> prepared.put(texts[0], texts[1]);
            case 'B' -> executed.merge(prepared.getOrDefault(texts[1], "?"), 1, Integer::sum);
            case 'Q' -> executed.merge(texts[0], 1, Integer::sum);
            default -> {}
        }
    }

    private void answer(Socket server, Socket client) {
        try (client;
                server) {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            open.removeAll(List.of(client, server));
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
