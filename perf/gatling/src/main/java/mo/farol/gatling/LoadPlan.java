package mo.farol.gatling;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import mo.farol.token.CodeType;

/**
 * What to load, how hard and how long: read from system properties, and nothing else but the kit.
 *
 * @param kit {@code farol.kit}: the perf kit's file
 * @param gateways {@code farol.gateways}: addresses with commas between them; empty: the kit's
 * @param purpose {@code farol.purpose}: what terminals ask for; empty: the first of the kit's first terminal
 * @param type {@code farol.type}: {@code eid} or {@code clearance}, as the purpose takes
 * @param perSecond {@code farol.rate}: verifications that begin each second, answered or not
 * @param ramp {@code farol.ramp}: seconds to get there
 * @param hold {@code farol.seconds}: seconds at that rate
 * @param shownAgain {@code farol.again}: percent of codes that are shown a second time, and must be refused
 * @param p99 {@code farol.p99}: milliseconds that the 99th percentile may reach; empty: not judged
 */
record LoadPlan(
        Path kit,
        List<URI> gateways,
        Optional<String> purpose,
        CodeType type,
        double perSecond,
        Duration ramp,
        Duration hold,
        double shownAgain,
        Optional<Integer> p99) {

    /** @throws IllegalArgumentException when a property is missing or not of its kind; the message names it */
    static LoadPlan of(Properties properties) {
        Reader reader = new Reader(properties);
        return new LoadPlan(
                Path.of(reader.text("farol.kit")
                        .orElseThrow(() -> new IllegalArgumentException("-Dfarol.kit=FILE is needed"))),
                reader.text("farol.gateways").map(LoadPlan::addresses).orElse(List.of()),
                reader.text("farol.purpose"),
                CodeType.valueOf(reader.text("farol.type").orElse("eid").toUpperCase(java.util.Locale.ROOT)),
                reader.number("farol.rate", 20),
                Duration.ofSeconds((long) reader.number("farol.ramp", 10)),
                Duration.ofSeconds((long) reader.number("farol.seconds", 60)),
                reader.number("farol.again", 5),
                reader.text("farol.p99").map(Integer::valueOf));
    }

    private static List<URI> addresses(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(URI::create)
                .toList();
    }

    /** Properties by name, with the name in every complaint. */
    private record Reader(Properties properties) {
        Optional<String> text(String name) {
            return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
        }

        double number(String name, double otherwise) {
            try {
                double value = text(name).map(Double::valueOf).orElse(otherwise);
                if (value >= 0 && Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " is not a number", e);
            }
            throw new IllegalArgumentException(name + " is not a number from 0 up");
        }
    }
}
