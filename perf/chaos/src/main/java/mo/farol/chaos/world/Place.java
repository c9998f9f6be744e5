package mo.farol.chaos.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network namespace with one network card, in which programs run.
 *
 * @param name such as {@code gateway-1}
 * @param namespace as ip-netns(8) knows it
 * @param address of its card
 */
record Place(String name, String namespace, String address) {
    private static final String CARD = "eth0";

    /**
     * This command in here. Not by {@code ip netns exec}, which makes a mount namespace too: a copy of a mount keeps a
     * file system whose power was cut from being given up and mounted anew.
     */
    CommandLine inside(CommandLine command) {
        return command.by("nsenter", "--net=/run/netns/" + namespace);
    }

    private String run(String... words) throws IOException, InterruptedException {
        return inside(CommandLine.of(words)).run();
    }

    /** All that runs in here. */
    List<Long> processes() throws IOException, InterruptedException {
        return CommandLine.of("ip", "netns", "pids", namespace)
                .run()
                .lines()
                .map(Long::parseLong)
                .toList();
    }

    /**
     * Sends a signal to all that runs in here, and again to what was started meanwhile, until nothing new is found.
     *
     * @param first is signalled first, so that it starts nothing more
     */
    void signal(String signal, List<Long> first) throws IOException, InterruptedException {
        List<Long> done = new ArrayList<>();
        List<Long> next = new ArrayList<>(first);
        do {
            for (long pid : next) {
                Signals.send(signal, pid);
            }
            done.addAll(next);
            next = new ArrayList<>(processes());
            next.removeAll(done);
        } while (!next.isEmpty());
    }

    /** Ends all that runs in here, and waits until it has. */
    void killAll() throws IOException, InterruptedException {
        signal("KILL", List.of());
        Patience.until(
                java.time.Duration.ofSeconds(10),
                "the processes in " + name + " end",
                () -> processes().isEmpty());
    }

    void addAddress(String another, int prefix) throws IOException, InterruptedException {
        run("ip", "address", "add", another + "/" + prefix, "dev", CARD);
    }

    void removeAddress(String another, int prefix) throws IOException, InterruptedException {
        run("ip", "address", "del", another + "/" + prefix, "dev", CARD);
    }

    /** Forgets at which card this address was last seen. */
    void forgetNeighbour(String other) throws IOException, InterruptedException {
        run("ip", "neigh", "flush", "to", other, "dev", CARD);
    }

    /** From now on packets from there are dropped. */
    void refuse(List<String> senders) throws IOException, InterruptedException {
        run("iptables", "-w", "-I", "INPUT", "-s", String.join(",", senders), "-j", "DROP");
    }

    /** Undoes one {@link #refuse} of the same. */
    void admit(List<String> senders) throws IOException, InterruptedException {
        run("iptables", "-w", "-D", "INPUT", "-s", String.join(",", senders), "-j", "DROP");
    }

    void admitAll() throws IOException, InterruptedException {
        run("iptables", "-w", "-F", "INPUT");
    }
}
