package mo.farol.simulation.history;

/**
 * A promise that was broken.
 *
 * @param promise its name, such as {@code I1}
 */
public record Violation(String promise, String what) {
    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
