package mo.farol.chaos.command;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where deliberate bugs come from: an artifact of its own, never on the product's class path. Found by {@link ServiceLoader}. */
public interface PlantedBugs {
    List<String> names();

    Optional<Planted> find(String name, boolean quick);

    /** The first of this name among all that are on the harness's class path. */
    static Planted named(String name, boolean quick) throws UsageError {
        List<PlantedBugs> sources = ServiceLoader.load(PlantedBugs.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        for (PlantedBugs source : sources) {
            Optional<Planted> found = source.find(name, quick);
            if (found.isPresent()) {
                return found.get();
            }
        }
        List<String> known =
                sources.stream().flatMap(one -> one.names().stream()).sorted().toList();
        throw new UsageError("no planted bug is called " + name
                + (known.isEmpty() ? "; none is here" : " (known: " + String.join(" ", known) + ")"));
    }
}
