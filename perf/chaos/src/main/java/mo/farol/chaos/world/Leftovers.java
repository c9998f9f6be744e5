package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What harnesses that were killed have left behind: namespaces with all that runs in them, bridges, mounted images. */
final class Leftovers {
    private static final Pattern NAMESPACE = Pattern.compile("farol-(\\d+-[0-9a-z]+)-.*");
    private static final Pattern MOUNTED = Pattern.compile("\\S+ (\\S*/disk-(\\d+-[0-9a-z]+)) .*");

    private Leftovers() {}

    /** Removes what belongs to nobody who lives, and nothing else. */
    static void remove() throws IOException, InterruptedException {
        Set<Owner> dead = new HashSet<>();
        for (String line : CommandLine.of("ip", "netns", "list").run().split("\n")) {
            String namespace = line.split(" ")[0];
            Matcher ours = NAMESPACE.matcher(namespace);
            Optional<Owner> owner = ours.matches() ? Owner.of(ours.group(1)) : Optional.empty();
            if (owner.isPresent() && !owner.get().lives()) {
                new Place(namespace, namespace, "").killAll();
                CommandLine.of("ip", "netns", "del", namespace).run();
                dead.add(owner.get());
            }
        }
        for (Owner owner : dead) {
            if (Files.exists(Path.of("/sys/class/net", Network.bridgeOf(owner)))) {
                CommandLine.of("ip", "link", "del", Network.bridgeOf(owner)).run();
            }
        }
        for (String line : Files.readAllLines(Path.of("/proc/mounts"))) {
            Matcher ours = MOUNTED.matcher(line);
            Optional<Owner> owner = ours.matches() ? Owner.of(ours.group(2)) : Optional.empty();
            if (owner.isPresent() && !owner.get().lives()) {
                CommandLine.of("umount", ours.group(1)).run();
            }
        }
    }
}
