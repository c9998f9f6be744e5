package mo.farol.bench.process;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address that nobody listens on. */
public final class Ports {
    /** Below the range that outgoing connections take theirs from, so that none takes a port before its server does. */
    private static final int LOWEST = 15_000;

    private static final int ABOVE = 32_000;
    private static final int TRIES = 100;
    private static final Set<Integer> TAKEN = new HashSet<>();

    private Ports() {}

    /** Another one each time. */
    public static synchronized int free() throws IOException {
        for (int tries = TRIES; tries > 0; tries--) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            if (TAKEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + LOWEST + " to " + ABOVE);
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
