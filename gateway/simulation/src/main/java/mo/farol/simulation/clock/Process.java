package mo.farol.simulation.clock;

/**
 * One running program. What it has in mind happens while it lives; a frozen one does everything later, in the same
 * order, when it is let go on; a killed one does nothing more.
 */
public final class Process {
    private final Timeline timeline;
    private boolean alive = true;
    private long frozenUntil;

    public Process(Timeline timeline) {
        this.timeline = timeline;
    }

    public void post(long delayNanos, Runnable action) {
        timeline.after(delayNanos, () -> run(action));
    }

    public void kill() {
        alive = false;
    }

    public boolean alive() {
        return alive;
    }

    /** As by SIGSTOP, and SIGCONT after {@code nanos}. */
    public void freeze(long nanos) {
        frozenUntil = Math.max(frozenUntil, timeline.now() + nanos);
    }

    public boolean frozen() {
        return timeline.now() < frozenUntil;
    }

    private void run(Runnable action) {
        if (!alive) {
            return;
        }
        if (frozen()) {
            timeline.at(frozenUntil, () -> run(action));
        } else {
            action.run();
        }
    }
}
