package mo.farol.core.civilregistry;

/** What became of a row. */
public sealed interface Outcome permits Loaded, Rejection {}
