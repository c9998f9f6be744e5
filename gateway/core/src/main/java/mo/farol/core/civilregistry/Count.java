package mo.farol.core.civilregistry;

/** How many rows of one kind were added, changed, and found to be there already. */
public record Count(long added, long changed, long same) {
    public static final Count NONE = new Count(0, 0, 0);

    public long loaded() {
        return added + changed + same;
    }
}
