package mo.farol.chaos.load;

import org.jspecify.annotations.Nullable;

/**
 * A code that was shown, to be shown again. It never prints.
 *
 * @param sheet the request that it was first sent with
 * @param receipt of its acceptance; null when nobody knows whether it was accepted
 */
record Remembered(Shown shown, Sheet sheet, @Nullable String receipt) {
    @Override
    public String toString() {
        return "Remembered[redacted]";
    }
}
