package mo.farol.bench.goal;

import java.time.Duration;
import mo.farol.bench.load.WrongAnswers;

/** What became of questions while a node died. Safe for use by many threads. */
final class RetryLog {
    private static final long GRACE = Duration.ofSeconds(5).toNanos();

    private final int wanted;
    private volatile long death = Long.MAX_VALUE;
    private int verified;
    private int retries;
    private int lateRetries;
    private int failed;
    private int failedLate;
    private String wrong = "";

    /** @param wanted questions, each of which must be answered {@code verified} in the end */
    RetryLog(int wanted) {
        this.wanted = wanted;
    }

    /** The node is dead. */
    void died(long nanoTime) {
        death = nanoTime;
    }

    /** @param began when the retry was sent: {@link System#nanoTime} */
    synchronized void retried(long began, boolean answered) {
        boolean late = death != Long.MAX_VALUE && began - death >= GRACE;
        retries++;
        lateRetries += late ? 1 : 0;
        failed += answered ? 0 : 1;
        failedLate += late && !answered ? 1 : 0;
    }

    synchronized void ended(String outcome) {
        if (outcome.equals("verified")) {
            verified++;
        } else {
            wrong = outcome;
        }
    }

    /** Retries that failed though they were sent five seconds after the death or later. */
    synchronized int failedLate() {
        return failedLate;
    }

    /** @throws WrongAnswers when a question was never answered, or wrongly, or nobody had to ask again that late */
    synchronized void requireAllVerified() throws WrongAnswers {
        if (verified != wanted) {
            throw new WrongAnswers("of " + wanted + " questions " + verified + " were verified; another: " + wrong);
        }
        if (lateRetries == 0) {
            throw new WrongAnswers("nobody had to ask again five seconds after the death");
        }
    }

    @Override
    public synchronized String toString() {
        return verified + " verified, " + retries + " retries of which " + failed + " failed; " + lateRetries
                + " of them late, of which " + failedLate + " failed";
    }
}
