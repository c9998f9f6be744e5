package mo.farol.cluster.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Comparator;

/** Finds the one address to listen on; of an interface that has both, the IPv4 one, as Hazelcast prefers it. */
final class BindAddress {
    private BindAddress() {}

    /**
     * @param bind an address, a host name or the name of a network interface such as {@code eth1}
     * @throws IllegalStateException when this machine has no such address
     */
    static String resolve(String bind) {
        try {
            NetworkInterface named = NetworkInterface.getByName(bind);
            InetAddress address = named == null
                    ? InetAddress.getByName(bind)
                    : named.inetAddresses()
                            .filter(each -> !each.isLinkLocalAddress())
                            .min(Comparator.comparing(each -> each.getAddress().length))
                            .orElseThrow(() -> new IOException("the interface has no address"));
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) == null) {
                throw new IOException("not an address of this machine");
            }
            return address.getHostAddress();
        } catch (IOException e) {
            throw new IllegalStateException("cluster.bind: cannot listen on " + bind + ": " + e.getMessage(), e);
        }
    }
}
