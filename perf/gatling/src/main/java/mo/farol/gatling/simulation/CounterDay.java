package mo.farol.gatling.simulation;

/** A working day at counters, for several purposes. */
public final class CounterDay extends Arriving {
    /** As Gatling makes it. */
    public CounterDay() {
        super("people at counters");
    }
}
