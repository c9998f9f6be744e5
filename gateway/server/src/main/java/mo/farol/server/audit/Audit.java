package mo.farol.server.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.audit.AuditReport;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.audit.Finding;
import mo.farol.core.accesslog.audit.LogAudit;
import mo.farol.core.accesslog.audit.LogSource;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.accesslog.witness.WitnessedNotes;

/** {@code farol audit verify} on one log: what is printed, and whether the log is what it says. */
public final class Audit {
    private final LogName name;
    private final LogAudit.Keys keys;
    private final PrintStream out;
    private final List<SignedCheckpoint> older = new ArrayList<>();
    private boolean holds = true;

    /** @param key the log's, under its first epoch's name */
    public Audit(NoteKey key, PrintStream out) {
        this.name = new LogName(key.name());
        this.keys = origin -> NoteKey.of(origin, key.raw());
        this.out = out;
    }

    /** Reads the log's key from a file. */
    public static NoteKey key(String text) throws IOException {
        try {
            NoteKey read = NoteKey.parse(text);
            return NoteKey.of(read.name().replaceFirst("/epoch-[0-9]+$", ""), read.raw());
        } catch (InvalidNote e) {
            throw new IOException("the log's key cannot be read: " + e.getMessage());
        }
    }

    /** @throws IOException when the file has no checkpoint of this log at all */
    public void addOlder(Path file) throws IOException {
        List<SignedCheckpoint> found = WitnessedNotes.all(Files.readString(file) + "\n", name, keys::under);
        if (found.isEmpty()) {
            throw new IOException(file + " has no checkpoint that this log signed");
        }
        older.addAll(found);
    }

    /**
     * Checks a proof by itself, and keeps its checkpoint as one that the log must answer for.
     *
     * @return empty when it does not hold
     */
    public Optional<ProofFile.Shown> checkProof(Path file) throws IOException {
        try {
            ProofFile.Shown shown = ProofFile.proof(file, name, keys);
            older.add(shown.checkpoint());
            out.println("the proof holds: entry " + shown.index() + " under a checkpoint of "
                    + shown.checkpoint().checkpoint().size() + " entries");
            return Optional.of(shown);
        } catch (ProofFile.DoesNotHold e) {
            fails("the proof does not hold: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Checks that the gateway signed a receipt, and that it is about the record that a proof shows. */
    public void checkReceipt(Path file, ReceiptKeys receiptKeys, ProofFile.Shown shown) throws IOException {
        try {
            ReceiptFile.Receipt receipt = ReceiptFile.read(file, receiptKeys);
            if (!Arrays.equals(receipt.leaf(), shown.leaf())) {
                throw new ProofFile.DoesNotHold("it is about another record");
            }
            holds(receipt, shown.index());
        } catch (ProofFile.DoesNotHold e) {
            fails("the receipt does not hold: " + e.getMessage());
        }
    }

    public void checkLog(LogSource source) throws IOException {
        AuditReport report = new LogAudit(source, name, keys).run(older);
        report.notes().forEach(out::println);
        out.println("checked " + report.size() + " entries, and " + older.size() + " older checkpoints");
        if (report.first().isPresent()) {
            Finding first = report.first().get();
            fails("first bad index " + first.index() + ": " + first.what());
            report.findings().stream()
                    .skip(1)
                    .forEach(more -> out.println("also index " + more.index() + ": " + more.what()));
        }
    }

    public void checkNothingSlippedIn(List<UUID> ids) {
        ids.forEach(id -> fails("the record " + id + " stands where the log has gone by, but is not in it"));
    }

    /** Checks that the gateway signed a receipt, and looks its record up in the log. */
    public void checkReceipt(Path file, ReceiptKeys receiptKeys, LogSource source) throws IOException {
        try {
            ReceiptFile.Receipt receipt = ReceiptFile.read(file, receiptKeys);
            Optional<AuditedEntry> entry = find(receipt.id(), source);
            if (entry.isEmpty()) {
                throw new ProofFile.DoesNotHold("its record is not in the log");
            }
            if (!Arrays.equals(entry.get().leaf(), receipt.leaf())) {
                throw new ProofFile.DoesNotHold(
                        "its record is entry " + entry.get().index() + ", and not as it was receipted");
            }
            holds(receipt, entry.get().index());
        } catch (ProofFile.DoesNotHold e) {
            fails("the receipt does not hold: " + e.getMessage());
        }
    }

    private void holds(ReceiptFile.Receipt receipt, long index) {
        out.println(
                "the receipt holds: the gateway's key " + receipt.kid() + " signed it, its record is entry " + index);
    }

    private static Optional<AuditedEntry> find(UUID id, LogSource source) throws IOException {
        List<AuditedEntry> entries = source.entries(0, 256);
        for (long from = 0; !entries.isEmpty(); ) {
            for (AuditedEntry entry : entries) {
                if (entry.id().equals(id)) {
                    return Optional.of(entry);
                }
            }
            from += entries.size();
            entries = source.entries(from, 256);
        }
        return Optional.empty();
    }

    /** Whether all that was checked is what it says. */
    public boolean holds() {
        return holds;
    }

    private void fails(String what) {
        holds = false;
        out.println(what);
    }
}
