package mo.farol.demo.job;

import java.io.PrintStream;

/** Tells a person what happens, and keeps count of what held. */
public final class Narrator {
    private final PrintStream out;
    private int acts;
    private int held;
    private int failed;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** Begins a numbered part. */
    void act(String title) {
        out.println();
        out.println(++acts + ". " + title);
    }

    void note(String line) {
        out.println("     " + line);
    }

    /**
     * Says whether what was expected holds.
     *
     * @param found what was found instead, said only when it does not
     */
    void expect(String what, boolean holds, Object found) {
        if (holds) {
            held++;
            out.println("   ✓ " + what);
        } else {
            failed++;
            out.println("   ✗ " + what + " -- but: " + found);
        }
    }

    /** An act could not be played to its end. */
    void broken(String why) {
        failed++;
        out.println("   ✗ stopped: " + why);
    }

    /** One line at the end. */
    void sum() {
        out.println();
        out.println(
                failed == 0
                        ? "All " + held + " expectations held."
                        : failed + " of " + (held + failed) + " expectations did not hold.");
    }

    boolean allHeld() {
        return failed == 0 && held > 0;
    }
}
