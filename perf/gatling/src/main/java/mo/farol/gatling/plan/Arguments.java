package mo.farol.gatling.plan;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The flags of one simulation as they were typed, each at most once: {@code --name VALUE} or {@code --name=VALUE}. */
final class Arguments {
    private final SimulationName simulation;
    private final Map<Flag, String> values = new EnumMap<>(Flag.class);

    private Arguments(SimulationName simulation) {
        this.simulation = simulation;
    }

    static Arguments parse(SimulationName simulation, List<String> typed) throws UsageError {
        Arguments arguments = new Arguments(simulation);
        Deque<String> left = new ArrayDeque<>(typed);
        while (!left.isEmpty()) {
            String[] parts = left.removeFirst().split("=", 2);
            Flag flag = arguments.flag(parts[0]);
            String value = parts.length == 2 ? parts[1] : left.pollFirst();
            if (value == null || value.isBlank()) {
                throw new UsageError(flag.label() + " needs a value");
            }
            if (arguments.values.put(flag, value.strip()) != null) {
                throw new UsageError(flag.label() + " is given twice");
            }
        }
        return arguments;
    }

    private Flag flag(String label) throws UsageError {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.label().equals(label) && simulation.takes(flag))
                .findFirst()
                .orElseThrow(() -> new UsageError(simulation.label() + " takes no " + label));
    }

    Optional<String> text(Flag flag) {
        return Optional.ofNullable(values.get(flag)).or(() -> simulation.otherwise(flag));
    }

    String required(Flag flag) throws UsageError {
        return text(flag).orElseThrow(() -> new UsageError(flag.label() + " is missing"));
    }

    List<String> list(Flag flag) {
        return text(flag).stream()
                .flatMap(all -> Stream.of(all.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** 0 where this simulation does not take the flag. */
    double number(Flag flag, double least, double most) throws UsageError {
        if (!simulation.takes(flag)) {
            return 0;
        }
        String text = required(flag);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageError(flag.label() + " must be a number, not " + text);
        }
        throw new UsageError(flag.label() + " must be from " + plain(least) + " to " + plain(most) + ", not " + text);
    }

    /** As {@link #number}, and whole. */
    int count(Flag flag, int least, int most) throws UsageError {
        double number = number(flag, least, most);
        if (number != Math.rint(number)) {
            throw new UsageError(flag.label() + " must be a whole number, not " + plain(number));
        }
        return (int) number;
    }

    Duration seconds(Flag flag, int least, int most) throws UsageError {
        return Duration.ofMillis(Math.round(number(flag, least, most) * 1000));
    }

    List<URI> addresses(Flag flag) throws UsageError {
        for (String each : list(flag)) {
            if (!each.matches("https?://[^/?#@]+(/[^?#]*)?")) {
                throw new UsageError(flag.label() + " must be like http://HOST:PORT, not " + each);
            }
        }
        try {
            return list(flag).stream().map(URI::create).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageError(flag.label() + " has an address that is none: " + e.getMessage());
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
