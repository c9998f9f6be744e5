package mo.farol.store.accesslog.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
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
        List<SignedCheckpoint> notes = all(new String(tail.array(), StandardCharsets.UTF_8), name, key::publicKey);
        if (size > 0 && notes.isEmpty()) {
            throw new IOException("the witness's file has no checkpoint that this log signed");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(notes.getLast());
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
        List<SignedCheckpoint> notes = new ArrayList<>();
        Matcher matcher = NOTE.matcher(text);
        while (matcher.find()) {
            OptionalInt epoch = name.epoch(matcher.group(1));
            if (epoch.isPresent()) {
                open(matcher.group(), keys.under(matcher.group(1))).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private static Optional<SignedCheckpoint> open(String note, NoteKey key) {
        try {
            return Optional.of(SignedCheckpoint.open(note, key));
        } catch (InvalidNote e) {
            return Optional.empty();
        }
    }

    /** The log's key under each of its names. */
    @FunctionalInterface
    public interface Keys {
        NoteKey under(String origin);
    }
}
