package mo.farol.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mo.farol.core.civilregistry.Position;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static BoundedLines lines(String text, int limit) {
        return new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit, Position.START);
    }

    private static List<String> all(BoundedLines lines) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            texts.add(line.get()
                    .bytes()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("TOO LONG"));
        }
        return texts;
    }

    @Test
    void endsLinesAtLfCrLfAndTheEnd() throws IOException {
        assertThat(all(lines("a\nbc\r\n\nd\re\n\uFEFFf", 100))).containsExactly("a", "bc", "", "d\re", "\uFEFFf");
        assertThat(all(lines("", 100))).isEmpty();
        assertThat(all(lines("\n", 100))).containsExactly("");
    }

    @Test
    void knowsWhereEachLineEnds() throws IOException {
        BoundedLines lines = lines("é\r\nxyz\n12345678\nlast", 4);
        assertThat(lines.next().map(Line::end)).contains(new Position(1, 4));
        assertThat(lines.next().map(Line::start)).contains(new Position(1, 4));
        assertThat(lines.next().map(Line::end)).contains(new Position(3, 17));
        assertThat(lines.next().map(Line::end)).contains(new Position(4, 21));
        assertThat(lines.reached()).isEqualTo(new Position(4, 21));
    }

    @Test
    void countsFromThePlaceWhereItWasOpened() throws IOException {
        BoundedLines lines =
                new BoundedLines(new ByteArrayInputStream(new byte[] {'x', '\n'}), 10, new Position(7, 700));
        assertThat(lines.next().map(Line::end)).contains(new Position(8, 702));
    }

    @Test
    void holdsNothingOfALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        assertThat(all(lines("1234\n12345\n1234\r\n12345\r\nlast\n12345", 4)))
                .containsExactly("1234", "TOO LONG", "TOO LONG", "TOO LONG", "last", "TOO LONG");
        int limit = 64 * 1024;
        BoundedLines lines = new BoundedLines(new LongLine(), limit, Position.START);
        assertThat(all(lines)).containsExactly("before", "TOO LONG", "behind");
        assertThat(lines.room()).isLessThanOrEqualTo(limit);
        assertThat(lines.reached()).isEqualTo(new Position(3, TEN_MEGABYTES + 14));
    }

    @Test
    void cutsTheSameLinesHoweverTheStreamIsCut() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(30); i++) {
                String line = "x".repeat(random.nextInt(12));
                expected.add(line.length() > 8 ? "TOO LONG" : line);
                text.append(line).append('\n');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            InputStream drips = new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    return super.read(into, offset, Math.min(length, 1 + random.nextInt(3)));
                }
            };
            assertThat(all(new BoundedLines(drips, 8, Position.START))).isEqualTo(expected);
        }
    }

    /** {@code before}, a line of ten megabytes, {@code behind}; none of it in memory. */
    private static final class LongLine extends InputStream {
        private static final byte[] BEFORE = "before\n".getBytes(StandardCharsets.UTF_8);
        private static final byte[] BEHIND = "\nbehind".getBytes(StandardCharsets.UTF_8);
        private int at;

        @Override
        public int read() {
            int place = at++;
            if (place < BEFORE.length) {
                return BEFORE[place];
            }
            int behind = place - BEFORE.length - TEN_MEGABYTES;
            if (behind < 0) {
                return 'x';
            }
            return behind < BEHIND.length ? BEHIND[behind] : -1;
        }
    }
}
