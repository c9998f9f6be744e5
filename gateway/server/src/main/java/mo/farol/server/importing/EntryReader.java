package mo.farol.server.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import mo.farol.core.civilregistry.Content;
import mo.farol.core.civilregistry.Entry;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.RowKind;
import mo.farol.core.civilregistry.RowReader;

/**
 * The rows of one pass. The pass of residents also rejects the lines that are no rows at all; the other one passes them
 * over, as each pass does with the rows of the other.
 */
final class EntryReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BoundedLines lines;
    private final RowFormat format;
    private final RowReader rows;
    private final RowKind kind;
    private final SeenNumbers seen = new SeenNumbers();
    private Optional<Position> firstOfOtherKind = Optional.empty();

    EntryReader(BoundedLines lines, RowFormat format, RowReader rows, Pass pass) {
        this.lines = lines;
        this.format = format;
        this.rows = rows;
        this.kind = pass == Pass.RESIDENTS ? RowKind.RESIDENT : RowKind.GUARDIANSHIP;
    }

    /** The next row or rejection; empty at the end of the file. */
    Optional<Entry> next() throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<Content> content = content(line.get());
            if (content.isPresent()) {
                return Optional.of(new Entry(line.get().end(), content.get()));
            }
        }
        return Optional.empty();
    }

    /** The place behind the last line that was read, a row or not. */
    Position reached() {
        return lines.reached();
    }

    /** Where the first row stands that this pass left to the other. */
    Optional<Position> firstOfOtherKind() {
        return firstOfOtherKind;
    }

    /** A line's text, without the byte order mark that the first one may have. */
    static String text(Line line) throws BadLine {
        byte[] bytes = line.bytes().orElseThrow(() -> new BadLine(Reason.LINE_TOO_LONG));
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = line.start().equals(Position.START)
                && bytes.length >= mark
                && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark);
        ByteBuffer text = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(marked ? text.position(mark) : text)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLine(Reason.NOT_UTF8);
        }
    }

    private Optional<Content> content(Line line) {
        try {
            String text = text(line);
            return text.isBlank() ? Optional.empty() : content(line, format.read(text));
        } catch (BadLine e) {
            return kind == RowKind.RESIDENT ? Optional.of(e.rejection()) : Optional.empty();
        }
    }

    private Optional<Content> content(Line line, Row row) {
        if (row.kind() != kind) {
            firstOfOtherKind = firstOfOtherKind.or(() -> Optional.of(line.start()));
            return Optional.empty();
        }
        Content content = rows.read(kind, row.values());
        return Optional.of(
                content instanceof RegistryResident resident && !seen.add(resident.number())
                        ? Rejection.of(Reason.DUPLICATE_NUMBER)
                        : content);
    }
}
