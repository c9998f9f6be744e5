package mo.farol.simulation.clock;

/** Lengths of virtual time, in nanoseconds. */
public final class Nanos {
    public static final long MICRO = 1_000L;
    public static final long MILLI = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;

    private Nanos() {}
}
