package mo.farol.demo.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options of a command line: {@code --name VALUE}, {@code --name=VALUE} or {@code --flag}, each at most once. */
final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Options() {}

    /**
     * @param known options with a value
     * @param knownFlags options without one
     */
    static Options parse(List<String> arguments, Set<String> known, Set<String> knownFlags) throws UsageError {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            String name = parts[0];
            if (knownFlags.contains(name) && parts.length == 1) {
                options.flags.add(name);
            } else if (known.contains(name)) {
                String value = parts.length == 2 ? parts[1] : after(arguments, i++);
                if (options.values.put(name, value) != null) {
                    throw new UsageError(name + " is given twice");
                }
            } else {
                throw new UsageError("unknown argument: " + arguments.get(i) + " (known: "
                        + String.join(" ", sorted(known, knownFlags)) + ")");
            }
        }
        return options;
    }

    private static String after(List<String> arguments, int index) throws UsageError {
        if (index + 1 >= arguments.size()) {
            throw new UsageError(arguments.get(index) + " needs a value");
        }
        return arguments.get(index + 1);
    }

    private static Set<String> sorted(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    boolean flag(String name) {
        return flags.contains(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) throws UsageError {
        return value(name).orElseThrow(() -> new UsageError(name + " is missing"));
    }

    /** A whole number from {@code least} to {@code most}. */
    int number(String name, String text, int least, int most) throws UsageError {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageError(name + " must be a whole number from " + least + " to " + most + ", not " + text);
    }

    int number(String name, int least, int most) throws UsageError {
        return number(name, required(name), least, most);
    }
}
