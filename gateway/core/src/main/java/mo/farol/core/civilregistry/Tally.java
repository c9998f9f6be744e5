package mo.farol.core.civilregistry;

/** What became of the rows of a file so far. */
public record Tally(Count residents, Count guardianships, long rejected) {
    public static final Tally NONE = new Tally(Count.NONE, Count.NONE, 0);
}
