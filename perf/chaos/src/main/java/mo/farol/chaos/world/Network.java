package mo.farol.chaos.world;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A bridge on this machine with a private net of its own, and the places at it. All names carry the owner, so two
 * harnesses do not meet.
 */
final class Network implements AutoCloseable {
    private static final int NETS = 254;
    private static final int PREFIX = 24;

    private final Owner owner;
    private final String bridge;
    private final int net;
    private final List<Place> places = new ArrayList<>();

    private Network(Owner owner, int net) {
        this.owner = owner;
        this.bridge = bridgeOf(owner);
        this.net = net;
    }

    /** Interface names have 15 characters at most. */
    static String bridgeOf(Owner owner) {
        return "fb" + owner.pid();
    }

    static String namespaceOf(Owner owner, String place) {
        return "farol-" + owner.tag() + "-" + place;
    }

    static Network create(Owner owner) throws IOException, InterruptedException {
        Network network = new Network(owner, freeNet(owner));
        CommandLine.of("ip", "link", "add", network.bridge, "type", "bridge").run();
        CommandLine.of("ip", "address", "add", network.address(1) + "/" + PREFIX, "dev", network.bridge)
                .run();
        CommandLine.of("ip", "link", "set", network.bridge, "up").run();
        return network;
    }

    /** Where to look first differs from harness to harness. */
    private static int freeNet(Owner owner) throws IOException {
        Set<String> taken = NetworkInterface.networkInterfaces()
                .flatMap(each -> each.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getAddress)
                .filter(Inet4Address.class::isInstance)
                .map(each -> each.getHostAddress().replaceFirst("\\.\\d+$", ""))
                .collect(Collectors.toSet());
        for (int i = 0; i < NETS; i++) {
            int net = (int) ((owner.pid() + i) % NETS);
            if (!taken.contains("10.77." + net)) {
                return net;
            }
        }
        throw new IOException("no net 10.77.x.0/24 is free");
    }

    /** The address of this number, 1 being this machine's own. */
    String address(int host) {
        return "10.77." + net + "." + host;
    }

    /** The whole net. */
    String range() {
        return address(0) + "/" + PREFIX;
    }

    /** A new place. */
    Place place(String name, int host) throws IOException, InterruptedException {
        Place place = new Place(name, namespaceOf(owner, name), address(host));
        String plug = "fv" + owner.pid() + "." + host;
        CommandLine.of("ip", "netns", "add", place.namespace()).run();
        places.add(place);
        CommandLine.of(("ip link add " + plug + " type veth peer name eth0 netns " + place.namespace()).split(" "))
                .run();
        CommandLine.of("ip", "link", "set", plug, "master", bridge, "up").run();
        place.addAddress(place.address(), PREFIX);
        for (String card : List.of("lo", "eth0")) {
            place.inside(CommandLine.of("ip", "link", "set", card, "up")).run();
        }
        return place;
    }

    /** Makes everybody ask anew who has this address. */
    void forgetNeighbour(String address) throws IOException, InterruptedException {
        for (Place place : places) {
            place.forgetNeighbour(address);
        }
        CommandLine.of("ip", "neigh", "flush", "to", address, "dev", bridge).run();
    }

    /** Ends all that runs at any place, and takes everything down. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (Place place : places) {
            place.killAll();
            CommandLine.of("ip", "netns", "del", place.namespace()).run();
        }
        places.clear();
        CommandLine.of("ip", "link", "del", bridge).run();
    }
}
