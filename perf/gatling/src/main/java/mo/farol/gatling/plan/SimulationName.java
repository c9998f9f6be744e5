package mo.farol.gatling.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The simulations there are, each with what it is for, its flags and their defaults. */
public enum SimulationName {
    GATE_RUSH(
            "Steep waves of people at border gates",
            """
            Waves of arrivals, each up in a few seconds, as when a ferry lands or a gate opens. Asks for
            the purposes that take border codes (clearance); without one in the kit, for the others.""",
            Map.of(Flag.RATE, "50", Flag.RAMP, "3", Flag.SECONDS, "60", Flag.WAVES, "3"),
            Flag.WAVES),
    COUNTER_DAY("A working day at counters, compressed", """
            The shape of a day in --seconds: a rush at opening, a full morning, a quiet lunch, an
            afternoon. --rate is that of its fullest moment. All purposes that take e-ID codes, mixed.""", Map.of(Flag.RATE, "20", Flag.SECONDS, "300")),
    REPLAY_STORM(
            "Most codes were shown before and must be refused",
            """
            Somebody photographs codes: most requests show one that was accepted a while ago, at another
            terminal, and must be refused already_used. The fresh ones between them are still accepted.""",
            Map.of(Flag.RATE, "50", Flag.RAMP, "5", Flag.SECONDS, "60", Flag.AGAIN, "90"),
            Flag.AGAIN),
    UNBIND_UNDER_LOAD(
            "Residents unbind while codes are shown",
            """
            While codes are shown, residents sign in and unbind their phones. Once that is acknowledged,
            every fresh code of such a phone must be refused, at every gateway. Uses the kit up: who has
            unbound stays unbound. Needs a kit with accounts, as perf-kit and kit make it.""",
            Map.of(Flag.RATE, "20", Flag.RAMP, "5", Flag.SECONDS, "60", Flag.UNBINDS, "1"),
            Flag.UNBINDS),
    SOAK(
            "Steady for as long as you like, memory watched",
            """
            One rate for hours. With --metrics the gateways' resident memory and heap are printed as they
            go, and in the end how they grew.""",
            Map.of(Flag.RATE, "20", Flag.RAMP, "10", Flag.SECONDS, "3600", Flag.EVERY, "30"),
            Flag.METRICS,
            Flag.EVERY),
    NODE_LOSS(
            "Several gateways, of which you stop one",
            """
            Every code goes to one of several gateways. A request whose connection fails, or that a
            gateway cannot answer now, is asked again at the next, under the same Idempotency-Key. Stop a
            gateway meanwhile: from five seconds after it is lost no such retry may fail, and no person
            may be left without an answer.""",
            Map.of(Flag.RATE, "20", Flag.RAMP, "5", Flag.SECONDS, "60", Flag.ERRORS, "0", Flag.LOSSES, "1"),
            Flag.LOSSES);

    /** For every help text. */
    public static final String STATUSES = """
            Exit status: 0 all was as it should be, 3 something was not (the last lines say what), 2 a usage
            error, 1 the run could not be made. How to read the report: perf/load.md
            """;

    private final String summary;
    private final String about;
    private final Map<Flag, String> defaults;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    SimulationName(String summary, String about, Map<Flag, String> defaults, Flag... own) {
        this.summary = summary;
        this.about = about;
        this.defaults = Map.copyOf(defaults);
        Arrays.stream(Flag.values()).filter(Flag::isCommon).forEach(flags::add);
        flags.addAll(defaults.keySet());
        flags.addAll(Arrays.asList(own));
    }

    /** As it is typed, such as {@code gate-rush}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String summary() {
        return summary;
    }

    public static Optional<SimulationName> of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    boolean takes(Flag flag) {
        return flags.contains(flag);
    }

    /** What the flag's value is when it is not given; empty when nothing is. */
    Optional<String> otherwise(Flag flag) {
        return Optional.ofNullable(defaults.get(flag)).or(flag::otherwise);
    }

    public String help() {
        String lines = flags.stream()
                .map(flag -> flag.line(otherwise(flag).orElse(flag.without())))
                .collect(Collectors.joining("\n"));
        return "Usage: ./farol load " + label() + " --kit FILE [FLAGS]\n\n" + about + "\n\n" + lines + "\n\n"
                + STATUSES;
    }
}
