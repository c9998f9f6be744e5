package mo.farol.server.importing;

import static mo.farol.server.importing.RegistryRows.adult;
import static mo.farol.server.importing.RegistryRows.child;
import static mo.farol.server.importing.RegistryRows.parent;
import static mo.farol.server.importing.RegistryRows.resident;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Content;
import mo.farol.core.civilregistry.Entry;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.civilregistry.RowReader;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static EntryReader entries(Pass pass, String text) {
        return entries(pass, text.getBytes(StandardCharsets.UTF_8));
    }

    private static EntryReader entries(Pass pass, byte[] file) {
        return new EntryReader(
                new BoundedLines(new ByteArrayInputStream(file), PassReading.LONGEST_LINE, Position.START),
                new NdjsonFormat(),
                new RowReader(TODAY),
                pass);
    }

    private static List<Content> all(EntryReader entries) throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Optional<Entry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
            contents.add(entry.get().content());
        }
        return contents;
    }

    private static List<Integer> sizes(BatchReader batches, int rows) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        Position from = Position.START;
        for (Optional<Batch> batch = batches.next(rows); batch.isPresent(); batch = batches.next(rows)) {
            assertThat(batch.get().from()).isEqualTo(from);
            from = batch.get().end();
            sizes.add(batch.get().entries().size());
        }
        return sizes;
    }

    @Test
    void readsEachRowInItsPassAndRejectsALineThatIsNoRowOnce() throws IOException {
        String file = String.join(
                "\n", parent(2, 1), adult(1), "", "no json", child(2), "{\"kind\":\"cat\"}", parent(2, 2), "   ");
        assertThat(all(entries(Pass.RESIDENTS, file)))
                .hasSize(4)
                .hasAtLeastOneElementOfType(RegistryResident.class)
                .contains(Rejection.of(Reason.NOT_JSON), new Rejection(Reason.UNKNOWN_KIND, "kind"));
        assertThat(all(entries(Pass.GUARDIANSHIPS, file)))
                .hasSize(2)
                .hasAtLeastOneElementOfType(RegistryGuardianship.class)
                .contains(Rejection.of(Reason.SELF_GUARDIANSHIP));
    }

    @Test
    void tellsLinesByTheirNumberAlsoBehindBlankAndLongOnes() throws IOException {
        EntryReader entries = entries(Pass.RESIDENTS, "\n" + "x".repeat(10 * 1024 * 1024) + "\n\n" + adult(1));
        assertThat(entries.next()).hasValueSatisfying(entry -> {
            assertThat(entry.end().line()).isEqualTo(2);
            assertThat(entry.content()).isEqualTo(Rejection.of(Reason.LINE_TOO_LONG));
        });
        assertThat(entries.next().map(entry -> entry.end().line())).contains(4L);
        assertThat(entries.next()).isEmpty();
    }

    @Test
    void passesOverAByteOrderMarkAtTheStartAndNowhereElse() throws IOException {
        assertThat(all(entries(Pass.RESIDENTS, "\uFEFF" + adult(1) + "\n\uFEFF" + adult(2))))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(RegistryResident.class),
                        second -> assertThat(second).isEqualTo(Rejection.of(Reason.NOT_JSON)));
    }

    @Test
    void rejectsBrokenUtf8AndNothingAroundIt() throws IOException {
        byte[] file = (adult(1) + "\n" + adult(2) + "\n" + adult(3)).getBytes(StandardCharsets.UTF_8);
        int second = (adult(1) + "\n").getBytes(StandardCharsets.UTF_8).length;
        file[second + 60] = (byte) 0xC0;
        assertThat(all(entries(Pass.RESIDENTS, file)))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RegistryResident.class),
                        two -> assertThat(two).isEqualTo(Rejection.of(Reason.NOT_UTF8)),
                        three -> assertThat(three).isInstanceOf(RegistryResident.class));
    }

    @Test
    void rejectsTheSecondRowOfANumberInWhicheverForm() throws IOException {
        String again = adult(1).replace("1000001(1)", "1/000001/1");
        assertThat(all(entries(Pass.RESIDENTS, adult(1) + "\n" + adult(2) + "\n" + again)))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RegistryResident.class),
                        two -> assertThat(two).isInstanceOf(RegistryResident.class),
                        three -> assertThat(three).isEqualTo(Rejection.of(Reason.DUPLICATE_NUMBER)));
    }

    @Test
    void knowsWhereTheGuardianshipsBegin() throws IOException {
        EntryReader entries = entries(Pass.RESIDENTS, adult(1) + "\n" + parent(1, 2) + "\n" + parent(1, 3) + "\n");
        all(entries);
        int bytes = adult(1).getBytes(StandardCharsets.UTF_8).length + 1;
        assertThat(entries.firstOfOtherKind()).contains(new Position(1, bytes));
    }

    @Test
    void endsABatchAtItsRows() throws IOException {
        String file = adult(1) + "\n" + adult(2) + "\nno json\n" + adult(3) + "\n" + adult(4) + "\n";
        assertThat(sizes(new BatchReader(entries(Pass.RESIDENTS, file), Pass.RESIDENTS, Position.START), 2))
                .containsExactly(2, 2, 1);
    }

    @Test
    void endsABatchAtItsBytesWhateverItsRows() throws IOException {
        byte[] photo = java.util.Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 120 * 1024);
        String member = ",\"photo\":\"" + Base64.getEncoder().encodeToString(photo) + "\"";
        StringBuilder file = new StringBuilder();
        for (int n = 1; n <= 15; n++) {
            file.append(resident(n, "1980-01-31", member)).append('\n');
        }
        assertThat(sizes(
                        new BatchReader(entries(Pass.RESIDENTS, file.toString()), Pass.RESIDENTS, Position.START),
                        1_000))
                .containsExactly(7, 7, 1);
    }

    @Test
    void endsABatchBeforeTheSamePairComesAgain() throws IOException {
        String file = String.join("\n", parent(2, 1), parent(3, 1), parent(2, 1), parent(2, 4));
        assertThat(sizes(new BatchReader(entries(Pass.GUARDIANSHIPS, file), Pass.GUARDIANSHIPS, Position.START), 100))
                .containsExactly(2, 2);
    }
}
