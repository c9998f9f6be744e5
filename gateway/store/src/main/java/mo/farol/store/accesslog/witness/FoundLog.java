package mo.farol.store.accesslog.witness;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.store.accesslog.proof.Tiles;
import org.jspecify.annotations.Nullable;

/**
 * The log as a database has it, to be held against what a witness has seen.
 *
 * @param published the newest signed checkpoint of the database
 */
record FoundLog(
        LogSettings settings,
        int epoch,
        long size,
        byte[] root,
        @Nullable String published) {
    /** How what was found stands to a witnessed checkpoint. */
    enum Standing {
        EXTENDS,
        BEGINS_ANEW,
        BEHIND,
        DIFFERENT;

        /** As a reason not to decide by this database. */
        Optional<String> problem(String witness) {
            return switch (this) {
                case EXTENDS, BEGINS_ANEW -> Optional.empty();
                case BEHIND ->
                    Optional.of("the database's public log ends before the last checkpoint of " + witness
                            + ": entries are lost; see farol restore");
                case DIFFERENT ->
                    Optional.of("the database's public log is not the one that " + witness
                            + " has seen: see farol audit verify");
            };
        }
    }

    Future<Standing> against(Checkpoint witnessed, Tiles tiles) {
        int seen = settings.name().epoch(witnessed.origin()).orElse(0);
        if (seen < epoch) {
            return Future.succeededFuture(epochIsSigned() ? Standing.BEGINS_ANEW : Standing.DIFFERENT);
        }
        if (seen > epoch || witnessed.size() > size) {
            return Future.succeededFuture(Standing.BEHIND);
        }
        return tiles.consistency(witnessed.size(), size)
                .map(proof -> ProofCheck.extend(witnessed.root(), witnessed.size(), root, size, proof)
                        ? Standing.EXTENDS
                        : Standing.DIFFERENT)
                .recover(cause -> cause instanceof IllegalStateException
                        ? Future.succeededFuture(Standing.DIFFERENT)
                        : Future.failedFuture(cause));
    }

    /** Only the operator's restore, which has the log's key, can have begun a new epoch. */
    private boolean epochIsSigned() {
        if (published == null) {
            return false;
        }
        try {
            SignedCheckpoint.open(
                    published, settings.key().publicKey(settings.name().origin(epoch)));
            return true;
        } catch (InvalidNote e) {
            return false;
        }
    }
}
