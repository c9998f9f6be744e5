package mo.farol.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that a run found, in the order it was taken. */
public final class Report {
    private static final String HEAD =
            "| figure | wanted | median | spread | pairs | met | note |\n|---|---|---|---|---|---|---|\n";

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    public void add(List<Figure> found) {
        figures.addAll(found);
    }

    /** A goal was not taken. */
    public void missing(String goal, String why) {
        missing.add(goal + " was not taken: " + why);
    }

    public boolean isEmpty() {
        return figures.isEmpty();
    }

    /** A markdown table, and under it what was not taken and why. Ends with a line break. */
    public String table() {
        String rows = figures.stream().map(Figure::row).collect(Collectors.joining("\n"));
        String left = String.join("\n", missing);
        return (figures.isEmpty() ? "" : HEAD + rows + "\n") + (left.isEmpty() ? "" : "\n" + left + "\n");
    }

    /** {@code P1_hpke=1.21 P1_ticket=0.93 ...}, the medians of what was taken. */
    public String line() {
        return figures.stream().map(Figure::assignment).collect(Collectors.joining(" "));
    }
}
