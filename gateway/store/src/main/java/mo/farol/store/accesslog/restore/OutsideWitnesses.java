package mo.farol.store.accesslog.restore;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.Witness.Shown;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * What witnesses in others' hands say of a restored log, when they are shown what it last published: nothing that they
 * had not been shown before, unless they lack it.
 *
 * @param origin of the log's epoch
 * @param most entries that one of them has seen beyond what was published; 0 when none has
 * @param differs whether one of them has seen another log
 * @param words a clause for each
 */
record OutsideWitnesses(String origin, long most, boolean differs, List<String> words) {
    /** @param published the newest signed checkpoint of the database, if there is one */
    static Future<OutsideWitnesses> ask(LogSettings settings, int epoch, @Nullable String published, Tiles tiles) {
        String origin = settings.name().origin(epoch);
        SignedCheckpoint shown = opened(settings, origin, published);
        Future<OutsideWitnesses> all = Future.succeededFuture(new OutsideWitnesses(origin, 0, false, List.of()));
        for (Witness witness : settings.outsiders()) {
            all = all.compose(before -> witness.show(
                            shown,
                            older -> tiles.consistency(older, shown.checkpoint().size()))
                    .map(said -> before.with(witness.name(), said))
                    .recover(cause -> Future.succeededFuture(
                            before.with(0, false, witness.name(), "could not be asked: " + Trouble.nameOf(cause)))));
        }
        return all;
    }

    private static SignedCheckpoint opened(LogSettings settings, String origin, @Nullable String published) {
        try {
            if (published != null) {
                return SignedCheckpoint.open(published, settings.key().publicKey(origin));
            }
        } catch (InvalidNote e) {
            // A database of which that cannot be said proves nothing; that it has nothing can be asked about.
        }
        return settings.key().sign(new Checkpoint(origin, 0, TreeHash.empty()));
    }

    private OutsideWitnesses with(String name, Shown said) {
        return switch (said) {
            case Shown.Kept kept -> with(0, false, name, "has seen nothing else");
            case Shown.Ahead(long size) -> with(size, false, name, "has seen " + size + " entries");
            case Shown.Differs different -> with(0, true, name, "has seen another log");
        };
    }

    private OutsideWitnesses with(long size, boolean different, String name, String what) {
        List<String> more = new ArrayList<>(words);
        more.add("the witness " + name + " " + what);
        return new OutsideWitnesses(origin, Math.max(most, size), differs || different, more);
    }

    /**
     * The latest of what was witnessed. Outsiders name a size and no root: of theirs it is zeros, which no tree has.
     *
     * @param own of this node's own witnesses
     */
    Optional<Checkpoint> latest(Optional<Checkpoint> own) {
        boolean further = most > own.map(Checkpoint::size).orElse(0L);
        return further ? Optional.of(new Checkpoint(origin, most, new byte[TreeHash.LENGTH])) : own;
    }
}
