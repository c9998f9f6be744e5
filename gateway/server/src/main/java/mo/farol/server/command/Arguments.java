package mo.farol.server.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name VALUE}. */
public final class Arguments {
    private final Map<String, String> options;

    private Arguments(Map<String, String> options) {
        this.options = options;
    }

    /** @throws UsageError when something is not an option of {@code known}, is given twice or has no value */
    public static Arguments read(List<String> words, Set<String> known) throws UsageError {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.contains(name)) {
                throw new UsageError("unknown argument " + name);
            }
            if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                throw new UsageError(name + " needs a value");
            }
            if (options.put(name, words.get(i + 1)) != null) {
                throw new UsageError(name + " is given twice");
            }
        }
        return new Arguments(options);
    }

    public Path path(String name) throws UsageError {
        return pathIfGiven(name).orElseThrow(() -> new UsageError(name + " is missing"));
    }

    public Optional<Path> pathIfGiven(String name) {
        return Optional.ofNullable(options.get(name)).map(Path::of);
    }

    public int number(String name, int otherwise, int most) throws UsageError {
        String value = options.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) > most) {
            throw new UsageError(name + " must be a whole number up to " + most);
        }
        return Integer.parseInt(value);
    }
}
