package mo.farol.server.importing;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.RowReader;

/**
 * The file, opened for a pass. The pass of residents always begins at the start: which numbers came before is known only
 * by reading them. The pass of guardianships begins where the last commit was.
 */
record PassReading(OpenFile open, EntryReader entries) implements Closeable {
    /** Bytes of a line at most, photo and all. */
    static final int LONGEST_LINE = 256 * 1024;

    static PassReading of(RegistryFile file, RowReader rows, ImportState state) throws IOException, RefusedFile {
        RowFormat format = file.isCsv() ? header(file) : new NdjsonFormat();
        Position from = state.pass() == Pass.RESIDENTS ? Position.START : state.reached();
        OpenFile open = file.open();
        try {
            open.content().skipNBytes(from.bytes());
            BoundedLines lines = new BoundedLines(open.content(), LONGEST_LINE, from);
            if (file.isCsv() && from.equals(Position.START)) {
                lines.next();
            }
            return new PassReading(open, new EntryReader(lines, format, rows, state.pass()));
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    /** How many bytes of the file were read. */
    long bytes() {
        return open.disk().count();
    }

    @Override
    public void close() throws IOException {
        open.close();
    }

    private static CsvFormat header(RegistryFile file) throws IOException, RefusedFile {
        try (OpenFile open = file.open()) {
            Optional<Line> first = new BoundedLines(open.content(), LONGEST_LINE, Position.START).next();
            return CsvFormat.withHeader(EntryReader.text(first.orElseThrow(RefusedFile::empty)));
        } catch (BadLine e) {
            throw new RefusedFile("line 1: " + e.rejection().reason().sentence());
        }
    }
}
