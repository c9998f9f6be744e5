package mo.farol.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mo.farol.chaos.command.Planted;
import mo.farol.chaos.command.PlantedBugs;

/**
 * The bugs of this artifact, for the harness to run with. {@code without-NAME} is the same occasion without the bug: the
 * harness must find nothing then, or it was not the bug that it found.
 */
public final class Plant implements PlantedBugs {
    private static final String WITHOUT = "without-";

    @Override
    public List<String> names() {
        return Bugs.NAMES;
    }

    @Override
    public Optional<Planted> find(String name, boolean quick) {
        if (name.startsWith(WITHOUT)) {
            return known(name.substring(WITHOUT.length())).map(bug -> without(name, Occasion.of(bug)));
        }
        return known(name).map(Plant::planted);
    }

    private static Optional<String> known(String name) {
        return Bugs.NAMES.contains(name) ? Optional.of(name) : Optional.empty();
    }

    private static Planted without(String name, Occasion occasion) {
        return new Planted(name, occasion.stage(), occasion::schedule, List.of());
    }

    private static Planted planted(String name) {
        try {
            Bug bug = Bugs.read(name);
            Path checkout = checkout();
            String classPath =
                    System.getProperty("farol.classpath", checkout.resolve("gateway/demo/target/lib") + "/*");
            Path folder = checkout.resolve("target/planted").resolve(name);
            empty(folder);
            Path front = new Planting(checkout, classPath).plant(bug, folder);
            Occasion occasion = Occasion.of(name);
            return new Planted(
                    name,
                    plan -> occasion.flaw().apply(occasion.stage().apply(plan)).withFront(front),
                    occasion::schedule,
                    bug.promises());
        } catch (IOException e) {
            throw new UncheckedIOException("the bug " + name + " cannot be planted: " + e.getMessage(), e);
        } catch (Drifted e) {
            throw new IllegalStateException("the bug " + name + " has to be planted anew: " + e.getMessage(), e);
        }
    }

    private static Path checkout() throws IOException {
        Path folder = Path.of(System.getProperty("farol.home", "")).toAbsolutePath();
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.isExecutable(each.resolve("farol")) && Files.isDirectory(each.resolve("gateway/store"))) {
                return each;
            }
        }
        throw new IOException("there is no checkout around " + folder);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
