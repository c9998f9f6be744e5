package mo.farol.demo.gateway;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody listens on or has chosen: the wanted ones where it can, others where it must. */
public final class FreePorts {
    private static final int FIRST_API = 8480;
    private static final int FIRST_MANAGEMENT = 9480;
    private static final int FIRST_MEMBER = 5780;
    private static final int TRIES = 100;

    /** Below the range that outgoing connections take theirs from, so that none takes a port before its server does. */
    private static final int LOWEST = 15_000;

    private static final int ABOVE = 32_000;

    private FreePorts() {}

    /** Addresses for {@code count} gateways, the same from start to start unless somebody took them. */
    public static List<GatewayAddress> gateways(int count) throws IOException {
        List<GatewayAddress> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(
                    new GatewayAddress(i + 1, near(FIRST_API + i), near(FIRST_MANAGEMENT + i), near(FIRST_MEMBER + i)));
        }
        return addresses;
    }

    /** Addresses for {@code count} gateways on ports that nobody would think of, for set-ups beside others. */
    public static List<GatewayAddress> anywhere(int count) throws IOException {
        List<GatewayAddress> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(new GatewayAddress(i + 1, near(0), near(0), near(0)));
        }
        return addresses;
    }

    /**
     * {@code wanted}, or another port when that one is taken; 0 wants any. No other process of this user that asks here
     * is given the same one while this process lives.
     */
    public static int near(int wanted) throws IOException {
        if (wanted != 0 && isFree(wanted)) {
            return wanted;
        }
        for (int tries = TRIES; tries > 0; tries--) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            if (!PortClaims.isOurs(port) && isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port from " + LOWEST + " to " + ABOVE);
    }

    /** Claimed before it is tried, so that a neighbour's try of the same port does not look like a server. */
    private static boolean isFree(int port) throws IOException {
        if (!PortClaims.claim(port)) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (BindException taken) {
            return false;
        }
    }
}
