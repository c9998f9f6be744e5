package mo.farol.bench.load;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many answers said what, by the answers' own words. */
public final class Tally {
    private static final String LABEL = "answers:";

    private final Map<String, Long> counts;

    private Tally(Map<String, Long> counts) {
        this.counts = counts;
    }

    public static Tally of(Map<String, Long> counts) {
        return new Tally(new TreeMap<>(counts));
    }

    /**
     * Reads what the load script prints, {@code answers: verified=20000 ...}.
     *
     * @throws IOException when there is no such line: not every question was answered
     */
    static Tally parse(String printed) throws IOException {
        String line = printed.lines()
                .filter(each -> each.startsWith(LABEL))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk did not get all its answers"));
        Map<String, Long> counts = new TreeMap<>();
        for (String each : line.substring(LABEL.length()).strip().split(" ")) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw new IOException("not a count of answers: " + each);
            }
            counts.put(each.substring(0, equals), Long.parseLong(each.substring(equals + 1)));
        }
        return new Tally(counts);
    }

    public Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((name, count) -> sum.merge(name, count, Long::sum));
        return new Tally(sum);
    }

    /**
     * Every answer must have said this.
     *
     * @throws WrongAnswers when one did not, or there were more or fewer
     */
    public void require(String wanted, long count) throws WrongAnswers {
        if (!counts.equals(Map.of(wanted, count))) {
            throw new WrongAnswers("wanted " + wanted + "=" + count + ", got " + this);
        }
    }

    @Override
    public String toString() {
        return counts.isEmpty()
                ? "no answer"
                : counts.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }
}
