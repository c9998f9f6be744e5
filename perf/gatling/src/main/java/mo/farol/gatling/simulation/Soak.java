package mo.farol.gatling.simulation;

/** The same rate for as long as asked. */
public final class Soak extends Arriving {
    /** As Gatling makes it. */
    public Soak() {
        super("people, hour after hour");
    }
}
