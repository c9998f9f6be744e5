package mo.farol.demo.system;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What came of a run, by the answers' names. */
final class LoadFigures {
    private static final Pattern RETRY_AFTER = Pattern.compile("\r\n[Rr]etry-[Aa]fter: ");

    private final Map<String, Long> byName = new TreeMap<>();
    private long[] letInNanos = new long[1024];
    private int letIn;
    private long[] refusedNanos = new long[1024];
    private int refused;
    private long[] lateNanos = new long[1024];
    private int sent;
    private long lost;
    private long nanos;
    private long withoutRetryAfter;

    /** @param late how long after it was due */
    void sent(long late) {
        lateNanos = sent == lateNanos.length ? Arrays.copyOf(lateNanos, 2 * sent) : lateNanos;
        lateNanos[sent++] = late;
    }

    void ran(long time) {
        nanos = time;
    }

    void lost(long questions) {
        lost = questions;
    }

    void cut(IOException how) {
        count("cut off: " + how.getMessage());
    }

    /** @return whether it was turned away and may be asked again */
    boolean answered(LoadQuestion question, String answer, long took) {
        String status = answer.substring(9, 12);
        boolean comeBack = status.equals("503") || status.equals("429");
        if (comeBack && !RETRY_AFTER.matcher(answer).find()) {
            withoutRetryAfter++;
        }
        if (comeBack) {
            refusedNanos = refused == refusedNanos.length ? Arrays.copyOf(refusedNanos, 2 * refused) : refusedNanos;
            refusedNanos[refused++] = took;
        } else if (question.genuine()) {
            letInNanos = letIn == letInNanos.length ? Arrays.copyOf(letInNanos, 2 * letIn) : letInNanos;
            letInNanos[letIn++] = took;
        }
        count(status + " " + value(answer, "outcome") + value(answer, "code"));
        return comeBack;
    }

    /** The text value of a member of the answer's body, with a blank behind it; empty when it is not there. */
    private static String value(String answer, String name) {
        String before = "\"" + name + "\":\"";
        int at = answer.indexOf(before);
        int from = at + before.length();
        return at < 0 ? "" : answer.substring(from, answer.indexOf('"', from)) + " ";
    }

    private void count(String name) {
        byName.merge(name.strip(), 1L, Long::sum);
    }

    Map<String, Long> byName() {
        return byName;
    }

    long verified() {
        return byName.getOrDefault("200 verified", 0L);
    }

    long lost() {
        return lost;
    }

    long withoutRetryAfter() {
        return withoutRetryAfter;
    }

    /** Genuine codes that were looked at, a second. */
    double letInPerSecond() {
        return letIn / (nanos / 1e9);
    }

    /** Milliseconds that this share of those let in took at most. */
    double letInMillis(double share) {
        return millis(letInNanos, letIn, share);
    }

    double refusedMillis(double share) {
        return millis(refusedNanos, refused, share);
    }

    private static double millis(long[] nanos, int count, double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (count * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f/s asked, late p99 %.1f ms; %.0f/s let in, p50 %.1f p95 %.1f p99 %.1f ms;"
                        + " turned away p50 %.1f p99 %.1f ms; lost %d; %s",
                sent / (nanos / 1e9),
                millis(lateNanos, sent, 0.99),
                letInPerSecond(),
                letInMillis(0.5),
                letInMillis(0.95),
                letInMillis(0.99),
                refusedMillis(0.5),
                refusedMillis(0.99),
                lost,
                byName);
    }
}
