package mo.farol.server.importing;

import java.util.Optional;
import mo.farol.core.civilregistry.Position;

/**
 * A line of the file. It never prints.
 *
 * @param bytes without its end; empty when it is longer than a line may be
 */
record Line(Position start, Position end, Optional<byte[]> bytes) {
    @Override
    public String toString() {
        return "Line[" + end.line() + "]";
    }
}
