package mo.farol.server.importing;

/** How a line is written. */
@FunctionalInterface
interface RowFormat {
    /** Takes a line apart; what its values mean is not judged here. */
    Row read(String line) throws BadLine;
}
