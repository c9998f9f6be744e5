package mo.farol.simulation.postgres;

import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Nanos;

/** How long the server takes for what, mostly little and now and then much. */
final class Pace {
    private static final int STALLS_ONE_IN = 60;

    private final Chance chance;

    Pace(Chance chance) {
        this.chance = chance;
    }

    long reading() {
        return stall(300) + chance.mostly(10 * Nanos.MICRO, Nanos.MILLI);
    }

    /** Between the snapshot and the first insert. */
    long judging() {
        return stall(700) + chance.mostly(20 * Nanos.MICRO, 4 * Nanos.MILLI);
    }

    long flushing() {
        return stall(400) + chance.mostly(100 * Nanos.MICRO, 6 * Nanos.MILLI);
    }

    long replicating() {
        return chance.mostly(100 * Nanos.MICRO, 5 * Nanos.MILLI);
    }

    long waking() {
        return chance.between(5 * Nanos.MICRO, 50 * Nanos.MICRO);
    }

    private long stall(long mostMillis) {
        return chance.oneIn(STALLS_ONE_IN) ? chance.between(0, mostMillis) * Nanos.MILLI : 0;
    }
}
