package mo.farol.store.accesslog.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/** A witness's file: signed notes, each followed by an empty line. What was cut off by a crash is passed over. */
public final class WitnessedNotes {
    /** Holds many notes, so that the last whole one is among them. */
    private static final int TAIL = 32_768;

    private static final Pattern NOTE = Pattern.compile("([^\n]+)\n[0-9]+\n[^\n]+\n\n(?:\u2014 [^\n]+\n)+");

    private WitnessedNotes() {}

    /** @throws IOException also when the file has content but no checkpoint that the log signed */
    static Optional<SignedCheckpoint> last(FileChannel channel, LogName name, LogKey key) throws IOException {
        long size = channel.size();
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(TAIL, size));
        channel.position(size - tail.capacity());
        while (tail.hasRemaining() && channel.read(tail) >= 0) {
            continue;
        }
        Optional<SignedCheckpoint> last = last(new String(tail.array(), StandardCharsets.UTF_8), name, key::publicKey);
        if (size > 0 && last.isEmpty()) {
            throw new IOException("the witness's file has no checkpoint that this log signed");
        }
        return last;
    }

    /** From the end: a signature costs far more than a line, and the last note is nearly always good. */
    static Optional<SignedCheckpoint> last(String text, LogName name, Keys keys) {
        return texts(text, name).reversed().stream()
                .map(note -> open(note, keys))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static boolean endsCleanly(FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer end = ByteBuffer.allocate(2);
        return size == 0 || size > 1 && channel.read(end, size - 2) == 2 && end.get(0) == '\n' && end.get(1) == '\n';
    }

    /**
     * The checkpoints in a text that the log signed, of whatever epoch, in the text's order.
     *
     * @param keys the log's key under an origin
     */
    public static List<SignedCheckpoint> all(String text, LogName name, Keys keys) {
        return texts(text, name).stream()
                .map(note -> open(note, keys))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Note> texts(String text, LogName name) {
        return NOTE.matcher(text)
                .results()
                .map(found -> new Note(found.group(1), found.group()))
                .filter(note -> name.epoch(note.origin()).isPresent())
                .toList();
    }

    private static Optional<SignedCheckpoint> open(Note note, Keys keys) {
        try {
            return Optional.of(SignedCheckpoint.open(note.text(), keys.under(note.origin())));
        } catch (InvalidNote e) {
            return Optional.empty();
        }
    }

    private record Note(String origin, String text) {}

    /** The log's key under each of its names. */
    @FunctionalInterface
    public interface Keys {
        NoteKey under(String origin);
    }
}
