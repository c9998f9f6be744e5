package mo.farol.core.accesslog.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/** The restores that the log itself tells of, and which lost entries they account for. */
final class Cuts {
    /** Where epoch, size and witnessed size lie in {@link mo.farol.core.accesslog.CanonicalCut}'s bytes. */
    private static final int EPOCH = 26;

    private static final int SIZE = 30;
    private static final int WITNESSED = 70;

    private final List<Cut> cuts = new ArrayList<>();

    private record Cut(int epoch, long size, long witnessed, long index) {}

    void add(long index, byte[] bytes) {
        ByteBuffer cut = ByteBuffer.wrap(bytes);
        cuts.add(new Cut(cut.getInt(EPOCH), cut.getLong(SIZE), cut.getLong(WITNESSED), index));
    }

    /** Finds what an older checkpoint says that the log no longer has, unless a restore has owned up to it. */
    void judge(List<SignedCheckpoint> older, LogName name, long size, List<Finding> findings) {
        older.stream()
                .map(SignedCheckpoint::checkpoint)
                .filter(each -> each.size() > size && !accounted(each, name))
                .mapToLong(Checkpoint::size)
                .max()
                .ifPresent(most -> findings.add(new Finding(
                        size,
                        "the log ends here, but a checkpoint of " + most + " entries was signed: " + (most - size)
                                + " are cut off")));
    }

    /** Whether a later epoch's cut says that this checkpoint's last entries were lost. */
    boolean accounted(Checkpoint older, LogName name) {
        int epoch = name.epoch(older.origin()).orElse(0);
        return cuts.stream().anyMatch(cut -> cut.epoch() > epoch && older.size() > cut.size());
    }

    List<String> notes() {
        return cuts.stream()
                .map(cut -> "entry " + cut.index() + " says that a restore began epoch " + cut.epoch() + " at "
                        + cut.size() + " entries; " + cut.witnessed() + " had been witnessed")
                .toList();
    }
}
