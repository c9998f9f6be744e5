package mo.farol.core.civilregistry;

/**
 * A place between two lines of a file.
 *
 * @param line how many lines lie before it
 * @param bytes how many bytes lie before it, unpacked
 */
public record Position(long line, long bytes) {
    public static final Position START = new Position(0, 0);
}
