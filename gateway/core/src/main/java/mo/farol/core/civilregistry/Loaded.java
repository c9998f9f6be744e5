package mo.farol.core.civilregistry;

/** A row that is in the database as the file has it. */
public enum Loaded implements Outcome {
    ADDED,
    CHANGED,
    /** It was there already; nothing was written. */
    SAME
}
