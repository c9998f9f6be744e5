package mo.farol.server.audit;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mo.farol.core.accesslog.audit.LogSource;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.server.config.LogConfig;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.proof.DatabaseLog;

/** {@code farol audit} from its order to whether the log holds. */
public final class AuditJob {
    private final AuditOrder order;
    private final PrintStream out;
    private Optional<ReceiptKeys> ownKeys = Optional.empty();

    public AuditJob(AuditOrder order, PrintStream out) {
        this.order = order;
        this.out = out;
    }

    /** On exported material: no network, no configuration. */
    public boolean offline() throws IOException {
        if (order.folder().isEmpty()) {
            Audit audit = new Audit(key(Optional.empty()), out);
            check(audit, Optional.empty());
            return audit.holds();
        }
        try (ExportFolder log = new ExportFolder(order.folder().get())) {
            if (order.key().isEmpty()) {
                out.println("the log's key is the export's own: compare it with the published one");
            }
            Audit audit = new Audit(key(Optional.of(log)), out);
            check(audit, Optional.of(log));
            return audit.holds();
        }
    }

    /**
     * On a gateway's database, with its witness files too.
     *
     * @param receipts the keys by which that gateway signs and signed receipts, used unless the order names others
     */
    public boolean onDatabase(Vertx vertx, StoreConfig store, LogConfig config, LogKey key, ReceiptKeys receipts)
            throws IOException {
        try (DatabaseLog log = DatabaseLog.open(vertx, store)) {
            NoteKey published = key.publicKey(config.name().base());
            if (order.export()) {
                export(log, config, key);
                return true;
            }
            Audit audit = new Audit(published, out);
            for (Path witness : config.witnessFiles()) {
                if (Files.exists(witness)) {
                    audit.addOlder(witness);
                }
            }
            ownKeys = Optional.of(receipts);
            check(audit, Optional.of(log));
            audit.checkNothingSlippedIn(log.slippedIn());
            return audit.holds();
        }
    }

    private void check(Audit audit, Optional<LogSource> log) throws IOException {
        if (order.older().isPresent()) {
            audit.addOlder(order.older().get());
        }
        if (order.proof().isPresent()) {
            Optional<ProofFile.Shown> shown = audit.checkProof(order.proof().get());
            if (shown.isPresent() && order.receipt().isPresent()) {
                audit.checkReceipt(order.receipt().get(), receiptKeys(), shown.get());
            }
        }
        if (log.isPresent()) {
            audit.checkLog(log.get());
            if (order.receipt().isPresent() && order.proof().isEmpty()) {
                audit.checkReceipt(order.receipt().get(), receiptKeys(), log.get());
            }
        }
    }

    private ReceiptKeys receiptKeys() throws IOException {
        return order.receiptKeys().isPresent()
                ? ReceiptKeys.read(order.receiptKeys().get())
                : ownKeys.orElseThrow(() -> new IllegalStateException("an order with a receipt names keys"));
    }

    private NoteKey key(Optional<ExportFolder> log) throws IOException {
        return Audit.key(
                order.key().isPresent()
                        ? Files.readString(order.key().get())
                        : log.orElseThrow().key());
    }

    private void export(DatabaseLog log, LogConfig config, LogKey key) throws IOException {
        String note = log.checkpoint().orElseThrow(() -> new IOException("the log has no signed checkpoint yet"));
        String origin = note.lines().findFirst().orElse("");
        try {
            SignedCheckpoint head = SignedCheckpoint.open(note, key.publicKey(origin));
            Path folder = order.folder().orElseThrow();
            new Exporting(log, head).into(folder, key.publicKey(config.name().base()));
            out.println("exported " + head.checkpoint().size() + " entries to " + folder);
        } catch (InvalidNote | IllegalArgumentException e) {
            throw new IOException("the database's checkpoint is not signed by the configured key");
        }
    }
}
