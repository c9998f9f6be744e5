package mo.farol.core.accesslog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A checkpoint that its log signed.
 *
 * @param note the whole signed note, as it is published
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note) {
    private static final String END_OF_TEXT = "\n\n";
    private static final int LONGEST = 16_384;

    /**
     * @param key of the log; other signatures, such as witnesses', are passed over
     * @throws InvalidNote when it is no checkpoint, or that key has not signed it
     */
    public static SignedCheckpoint open(String note, NoteKey key) throws InvalidNote {
        int end = note.length() > LONGEST ? -1 : note.lastIndexOf(END_OF_TEXT);
        if (end < 0 || !note.endsWith("\n")) {
            throw new InvalidNote("not a signed note");
        }
        String text = note.substring(0, end + 1);
        boolean signed = note.substring(end + END_OF_TEXT.length()).lines().anyMatch(line -> signs(line, text, key));
        if (!signed) {
            throw new InvalidNote("not signed by " + key.name());
        }
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (!checkpoint.origin().equals(key.name())) {
            throw new InvalidNote("a checkpoint of another log");
        }
        return new SignedCheckpoint(checkpoint, note);
    }

    private static boolean signs(String line, String text, NoteKey key) {
        String mark = "\u2014 " + key.name() + " ";
        if (!line.startsWith(mark)) {
            return false;
        }
        byte[] blob = SignatureBlob.of(line.substring(mark.length()));
        return blob.length > NoteKey.ID_LENGTH
                && Arrays.equals(Arrays.copyOf(blob, NoteKey.ID_LENGTH), key.id())
                && key.verifies(text, Arrays.copyOfRange(blob, NoteKey.ID_LENGTH, blob.length));
    }

    static SignedCheckpoint of(Checkpoint checkpoint, NoteKey key, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(NoteKey.ID_LENGTH + signature.length)
                .put(key.id())
                .put(signature)
                .array();
        return new SignedCheckpoint(
                checkpoint,
                checkpoint.text() + "\n\u2014 " + key.name() + " "
                        + Base64.getEncoder().encodeToString(blob) + "\n");
    }
}
