package mo.farol.core.civilregistry;

import io.vertx.core.Future;
import java.util.List;

/**
 * Where files of the civil registry are loaded. Each commit carries the place in the file with it, so that whatever ends
 * an import, it goes on exactly behind its last commit. Everything fails with {@link ImportStopped}.
 */
public interface CivilRegistry {
    /**
     * Goes on with the import of a file that was cut off, or begins a new run.
     *
     * @param startOver begin a new run in any case
     */
    Future<ImportState> begin(FileHash file, boolean startOver);

    /** Loads rows and moves on to their end, in one commit, or in several where one would take too long. */
    Future<ImportState> load(ImportRun run, Batch batch);

    /**
     * Ends the pass under way.
     *
     * @param state the last that this import was told
     * @param next where the next pass begins to read
     */
    Future<ImportState> endPass(ImportState state, Position next);

    /**
     * The rows that were rejected.
     *
     * @param after lines up to this one are left out
     * @param most how many at most, in the order of lines
     */
    Future<List<RejectedLine>> rejections(ImportRun run, long after, int most);
}
