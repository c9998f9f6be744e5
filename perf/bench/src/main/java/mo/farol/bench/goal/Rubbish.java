package mo.farol.bench.goal;

import java.util.Locale;

/** What is shown besides fresh codes, and what must become of it. */
enum Rubbish {
    REPLAY("P6_replay", 0.35, "already_used"),
    REENCODED("P6_reencoded", 1.0, "already_used"),
    UNPARSABLE("P6_unparsable", 0.25, "not_recognised"),
    UNOPENABLE("P6_unopenable", 0.6, "not_recognised");

    private final String figure;
    private final double most;
    private final String wanted;

    Rubbish(String figure, double most, String wanted) {
        this.figure = figure;
        this.most = most;
        this.wanted = wanted;
    }

    String figure() {
        return figure;
    }

    double most() {
        return most;
    }

    String wanted() {
        return wanted;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
