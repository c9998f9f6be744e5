package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows checkpoints to this node's witnesses, each with the proof that it extends what that witness has seen. */
final class Showing {
    private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

    private final LogSettings settings;
    private final Tiles tiles;
    private volatile Optional<Checkpoint> shown = Optional.empty();

    Showing(Connections connections, LogSettings settings) {
        this.settings = settings;
        this.tiles = new Tiles(connections::ask);
    }

    /** Whether the witnesses have not seen this one, or one as late. */
    boolean isNews(int epoch, long size) {
        return shown.isEmpty()
                || settings.name().epoch(shown.get().origin()).orElse(0) < epoch
                || settings.name().epoch(shown.get().origin()).orElse(0) == epoch
                        && shown.get().size() < size;
    }

    /**
     * @return when one witness, if there is any, will not forget it; fails with {@link LogBroken} when one has seen
     *     something else
     */
    Future<Void> show(SignedCheckpoint newer) {
        List<Future<Void>> each = new ArrayList<>();
        settings.witnesses().forEach(witness -> each.add(show(witness, newer)));
        Future<Void> done =
                each.isEmpty() ? Future.succeededFuture() : Future.any(each).mapEmpty();
        return Future.join(each)
                .transform(all -> each.stream()
                        .map(Future::cause)
                        .filter(LogBroken.class::isInstance)
                        .findFirst()
                        .map(Future::<Void>failedFuture)
                        .orElse(done))
                .onSuccess(all -> shown = Optional.of(newer.checkpoint()));
    }

    private Future<Void> show(Witness witness, SignedCheckpoint newer) {
        return witness.last()
                .compose(last -> last.isEmpty() || isNewEpoch(last.get().checkpoint(), newer.checkpoint())
                        ? keep(witness, newer, Witness.Extension.NONE)
                        : showAfter(witness, last.get().checkpoint(), newer))
                .onFailure(cause -> {
                    // The database's own trouble is told by whoever began the round.
                    if (!(cause instanceof ArbiterUnreachable)) {
                        LOG.error(
                                "ALARM the witness {} was not shown a checkpoint: {}",
                                witness.name(),
                                cause instanceof LogBroken ? cause.getMessage() : Trouble.nameOf(cause));
                    }
                });
    }

    private Future<Void> showAfter(Witness witness, Checkpoint last, SignedCheckpoint newer) {
        if (last.size() > newer.checkpoint().size()) {
            return epochOf(last) == epochOf(newer.checkpoint())
                    ? Future.succeededFuture()
                    : Future.failedFuture(new LogBroken("the witness has seen a later epoch"));
        }
        return tiles.consistency(last.size(), newer.checkpoint().size()).compose(proof -> {
            boolean extended = ProofCheck.extend(
                    last.root(),
                    last.size(),
                    newer.checkpoint().root(),
                    newer.checkpoint().size(),
                    proof);
            return extended
                    ? keep(witness, newer, size -> Future.succeededFuture(proof))
                    : Future.failedFuture(new LogBroken("the log does not extend what the witness has seen"));
        });
    }

    private static Future<Void> keep(Witness witness, SignedCheckpoint newer, Witness.Extension extension) {
        return witness.show(newer, extension).compose(answer -> switch (answer) {
            case Witness.Shown.Kept kept -> Future.succeededFuture();
            case Witness.Shown.Ahead ahead ->
                Future.failedFuture(new LogBroken("the witness has seen " + ahead.size() + " entries"));
            case Witness.Shown.Differs differs ->
                Future.failedFuture(new LogBroken("the witness has seen another log"));
        });
    }

    private boolean isNewEpoch(Checkpoint last, Checkpoint newer) {
        return epochOf(last) < epochOf(newer);
    }

    private int epochOf(Checkpoint checkpoint) {
        return settings.name().epoch(checkpoint.origin()).orElse(0);
    }
}
