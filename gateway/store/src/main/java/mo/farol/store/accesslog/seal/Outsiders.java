package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.LongSupplier;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;

/**
 * Shows what is published to witnesses in others' hands, each at its own pace: no round waits for one. Their cosignatures
 * join the published checkpoint. Before each was asked once, and while one speaks against this log, nothing is sealed;
 * that one cannot be reached is an alarm and no more.
 */
final class Outsiders {
    /** Not if a newer checkpoint is out, or another node was quicker. */
    private static final String JOIN = """
            UPDATE log_tree SET checkpoint = checkpoint || $1
            WHERE epoch = $2 AND checkpoint_size = $3 AND position($4 IN checkpoint) = 0
            """;

    private final Connections connections;
    private final LogSettings settings;
    private final Tiles tiles;
    private final List<Outsider> all;

    Outsiders(Connections connections, LogSettings settings, LongSupplier nanoTime) {
        this.connections = connections;
        this.settings = settings;
        this.tiles = new Tiles(connections::ask);
        this.all = settings.outsiders().stream()
                .map(witness -> new Outsider(witness, nanoTime))
                .toList();
    }

    /**
     * @param head as the database has it now
     * @return whether anything may be sealed; fails with {@link LogBroken} when the published checkpoint is not the log's
     */
    Future<Boolean> follow(LogHead head) {
        if (all.isEmpty()) {
            return Future.succeededFuture(true);
        }
        SignedCheckpoint published;
        try {
            published = published(head);
        } catch (InvalidNote e) {
            return Future.failedFuture(new LogBroken("the published checkpoint is not signed by the log's key"));
        }
        all.stream().filter(each -> each.wants(published.checkpoint())).forEach(each -> show(each, published, head));
        all.forEach(each -> each.alarm(published.checkpoint()));
        return Future.succeededFuture(all.stream()
                .allMatch(each -> each.objection(published.checkpoint()).isEmpty()));
    }

    List<WitnessFigures> figures(LogHead head) {
        Checkpoint published = new Checkpoint(
                settings.name().origin(head.epoch()), Math.max(0, head.publishedSize()), TreeHash.empty());
        return all.stream().map(each -> each.figures(published)).toList();
    }

    /** Before the first is out: that there is nothing. A witness that has seen something speaks up. */
    private SignedCheckpoint published(LogHead head) throws InvalidNote {
        String origin = settings.name().origin(head.epoch());
        return head.published().isPresent()
                ? SignedCheckpoint.open(head.published().get(), settings.key().publicKey(origin))
                : settings.key().sign(new Checkpoint(origin, 0, TreeHash.empty()));
    }

    private void show(Outsider outsider, SignedCheckpoint published, LogHead head) {
        long size = published.checkpoint().size();
        outsider.show(published, older -> tiles.consistency(older, size))
                .compose(line -> line.isPresent() && head.published().isPresent()
                        ? join(line.get(), head)
                        : Future.succeededFuture());
    }

    private Future<Void> join(String line, LogHead head) {
        String mark = line.substring(0, line.lastIndexOf(' ') + 1);
        return connections
                .ask(JOIN, Tuple.of(line, head.epoch(), head.publishedSize(), mark))
                .mapEmpty();
    }
}
