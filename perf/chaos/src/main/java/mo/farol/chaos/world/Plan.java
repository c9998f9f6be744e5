package mo.farol.chaos.world;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a world is to be.
 *
 * @param folder for its data and logs; made anew
 * @param residents how many there are, each with a phone and a linked account
 * @param front classes that take the place of the product's own, in every gateway
 * @param durable {@code false}: PostgreSQL does not wait for its disk
 * @param powerCuts when PostgreSQL is killed, what its disk was not told to keep is lost too
 * @param synchronousStandby {@code false}: commits do not wait for the standby
 */
public record Plan(
        Path folder,
        int residents,
        Optional<Path> front,
        boolean durable,
        boolean powerCuts,
        boolean synchronousStandby) {
    private static final int RESIDENTS = 400;

    /** The product as it is, on a database as it should be. */
    public static Plan in(Path folder) {
        return new Plan(folder.toAbsolutePath(), RESIDENTS, Optional.empty(), true, false, true);
    }

    public Plan withResidents(int count) {
        return new Plan(folder, count, front, durable, powerCuts, synchronousStandby);
    }

    public Plan withFront(Path classes) {
        return new Plan(
                folder, residents, Optional.of(classes.toAbsolutePath()), durable, powerCuts, synchronousStandby);
    }

    public Plan withoutFsync() {
        return new Plan(folder, residents, front, false, powerCuts, synchronousStandby);
    }

    public Plan withPowerCuts() {
        return new Plan(folder, residents, front, durable, true, synchronousStandby);
    }

    public Plan withAsynchronousStandby() {
        return new Plan(folder, residents, front, durable, powerCuts, false);
    }
}
