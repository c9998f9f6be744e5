package mo.farol.core.civilregistry;

/**
 * Where an import stands, as committed.
 *
 * @param reached up to where this pass has read the file
 */
public record ImportState(ImportRun run, Pass pass, Position reached, Tally tally) {}
