package mo.farol.gatling.simulation;

/** Steep waves of people at border gates. */
public final class GateRush extends Arriving {
    /** As Gatling makes it. */
    public GateRush() {
        super("people at border gates");
    }
}
