package mo.farol.gatling.plan;

import java.util.Optional;

/** A flag of the command line, and what its value is. */
public enum Flag {
    KIT("--kit", "FILE", "the perf kit: gateways, terminals' and phones' keys", "required"),
    GATEWAYS("--gateways", "URL,...", "gateway addresses", "the kit's"),
    PURPOSE("--purpose", "NAME,...", "ask for these only", "all the kit's that suit"),
    RATE("--rate", "N", "arrivals a second, answered or not"),
    RAMP("--ramp", "S", "seconds to get there"),
    SECONDS("--seconds", "S", "seconds at that rate"),
    P99("--p99", "MS", "milliseconds that the 99th percentile may reach", "not judged"),
    ERRORS("--errors", "PERCENT", "of the requests that may fail"),
    OUT("--out", "DIR", "where the report goes", "target/load"),
    TRUSTSTORE("--truststore", "FILE", "trust the certificates in this PEM file alone", "the JDK's roots"),
    WAVES("--waves", "N", "ramps, one after the other"),
    AGAIN("--again", "PERCENT", "of the requests that show a code shown before"),
    UNBINDS("--unbinds", "N", "residents a second who unbind"),
    LOSSES("--losses", "N", "gateways that must be lost meanwhile, or nothing was shown"),
    METRICS("--metrics", "URL,...", "the gateways' metrics, http://HOST:PORT/metrics", "not watched"),
    EVERY("--every", "S", "seconds between two looks at them");

    private static final String ERRORS_PERCENT = "0.1";

    private final String label;
    private final String value;
    private final String meaning;
    private final String without;

    Flag(String label, String value, String meaning) {
        this(label, value, meaning, "");
    }

    /** @param without what holds without it, where that is no value of it */
    Flag(String label, String value, String meaning, String without) {
        this.label = label;
        this.value = value;
        this.meaning = meaning;
        this.without = without;
    }

    /** As it is typed, such as {@code --kit}. */
    public String label() {
        return label;
    }

    /** Whether every simulation takes it. */
    boolean isCommon() {
        return switch (this) {
            case KIT, GATEWAYS, PURPOSE, RATE, SECONDS, P99, ERRORS, OUT, TRUSTSTORE -> true;
            case RAMP, WAVES, AGAIN, UNBINDS, LOSSES, METRICS, EVERY -> false;
        };
    }

    /** Its value in a simulation that does not say another. */
    Optional<String> otherwise() {
        return this == ERRORS ? Optional.of(ERRORS_PERCENT) : Optional.empty();
    }

    String without() {
        return without;
    }

    /** A line of a help text. @param otherwise what holds without the flag */
    String line(String otherwise) {
        return String.format("  %-20s %s (%s)", label + " " + value, meaning, otherwise);
    }
}
