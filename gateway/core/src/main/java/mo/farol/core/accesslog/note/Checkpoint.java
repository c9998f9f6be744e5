package mo.farol.core.accesslog.note;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import mo.farol.core.accesslog.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * A tree's head (C2SP tlog-checkpoint).
 *
 * @param origin which log, and which epoch of it
 * @param size entries
 * @param root 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    /** @throws IllegalArgumentException when it could not be written as a checkpoint */
    public Checkpoint {
        if (origin.isBlank() || origin.indexOf('\n') >= 0 || size < 0 || root.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    /** Origin, size in decimal and root in base64, a line each: what is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** @throws InvalidNote unless it is exactly what {@link #text} writes; extension lines are not known here */
    static Checkpoint parse(String text) throws InvalidNote {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new InvalidNote("not a checkpoint of three lines");
        }
        try {
            Checkpoint read = new Checkpoint(
                    lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
            if (!read.text().equals(text)) {
                throw new InvalidNote("not a checkpoint as it is written");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new InvalidNote("not a checkpoint: its root is not base64 of 32 bytes");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, size, Arrays.hashCode(root));
    }

    @Override
    public String toString() {
        return "Checkpoint[" + origin + ", " + size + "]";
    }
}
