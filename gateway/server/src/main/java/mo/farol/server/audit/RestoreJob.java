package mo.farol.server.audit;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.audit.LogAudit;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.accesslog.restore.LogRestore;
import mo.farol.store.accesslog.restore.LostChange;
import mo.farol.store.accesslog.restore.RestorePlan;
import mo.farol.store.accesslog.restore.Restored;
import mo.farol.store.accesslog.witness.LogSettings;

/** {@code farol restore}: says what is lost, and does what follows from it when it is told to. */
public final class RestoreJob {
    /** Where refusal, resident and binding lie in an event's canonical bytes. */
    private static final int KIND = 2;

    private static final int RESIDENT = 28;
    private static final int BINDING = 36;
    private static final int REFUSAL = 44;

    private final RestoreOrder order;
    private final LogSettings settings;
    private final PrintStream out;

    public RestoreJob(RestoreOrder order, LogSettings settings, PrintStream out) {
        this.order = order;
        this.settings = settings;
        this.out = out;
    }

    /**
     * @return whether it was done; false when it was not confirmed
     * @throws IOException when the export is not one to go by
     */
    public boolean run(LogRestore restore) throws IOException {
        RestorePlan plan = await(restore.plan());
        Lost lost = lost(plan);
        boolean restAll = order.suspendAll() || plan.cut() && !lost.complete();
        tell(plan, lost, restAll);
        if (!order.confirmed()) {
            out.println("Nothing was changed. Stop every gateway, and add --confirm to do it.");
            return false;
        }
        Restored done = await(restore.run(plan, lost.changes(), restAll));
        out.println("done: the log is in epoch " + done.epoch() + "; " + done.ended() + " bindings ended, "
                + done.rested() + " suspended; no code made until now is accepted");
        return true;
    }

    private void tell(RestorePlan plan, Lost lost, boolean restAll) {
        out.println("the database's log has " + plan.size() + " entries in epoch " + plan.epoch() + "; "
                + plan.witnessed()
                        .map(each -> "a witness holds a checkpoint of " + each.size())
                        .orElse("no witness holds any checkpoint"));
        plan.outside().forEach(out::println);
        if (plan.unfinished()) {
            out.println("an earlier restore did not end: it is finished");
        }
        out.println(
                plan.cut()
                        ? "at least " + plan.lost() + " entries are lost: epoch " + (plan.epoch() + 1) + " begins here"
                        : "nothing that was witnessed is lost: the log goes on as it is");
        out.println(lost.changes().size() + " lost changes of bindings are known"
                + (restAll ? "; all " + plan.active() + " active bindings are suspended" : ""));
    }

    /**
     * Changes after the backup.
     *
     * @param complete whether the export reaches as far as the witnesses have seen
     */
    private record Lost(List<LostChange> changes, boolean complete) {}

    private Lost lost(RestorePlan plan) throws IOException {
        if (order.export().isEmpty()) {
            return new Lost(List.of(), false);
        }
        Path folder = order.export().get();
        try (ExportFolder log = new ExportFolder(folder)) {
            long size = new LogAudit(log, settings.name(), settings.key()::publicKey)
                            .run(List.of())
                            .first()
                            .isPresent()
                    ? -1
                    : size(log);
            if (size < plan.size()) {
                throw new IOException(folder + " is no whole export of this log from after the backup");
            }
            boolean complete = plan.witnessed().map(Checkpoint::size).orElse(Long.MAX_VALUE) <= size;
            return new Lost(changes(log, plan.size(), size), complete);
        }
    }

    private long size(ExportFolder log) throws IOException {
        String note = log.checkpoint().orElse("");
        NoteKey key = settings.key().publicKey(note.lines().findFirst().orElse("none"));
        try {
            return SignedCheckpoint.open(note, key).checkpoint().size();
        } catch (InvalidNote e) {
            return -1;
        }
    }

    private static List<LostChange> changes(ExportFolder log, long from, long to) throws IOException {
        List<LostChange> changes = new ArrayList<>();
        for (long at = from; at < to; ) {
            List<AuditedEntry> entries = log.entries(at, (int) Math.min(256, to - at));
            for (AuditedEntry entry : entries) {
                if (entry.kind() == EntryKind.EID_EVENT && entry.record().isPresent()) {
                    ByteBuffer event = ByteBuffer.wrap(entry.record().get().bytes());
                    if (event.getShort(REFUSAL) == 0) {
                        changes.add(
                                new LostChange(event.getLong(RESIDENT), event.getLong(BINDING), event.getShort(KIND)));
                    }
                }
            }
            at += Math.max(1, entries.size());
        }
        return changes;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
