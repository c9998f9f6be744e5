package mo.farol.chaos.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.HistoryWriter;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.canary.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakSearchTest {
    private static final String VALUE = "陳大文 CHAN TAI MAN";
    private final LeakSearch search = new LeakSearch(
            List.of(new Canary("surname_pt of 7", VALUE)), Instant.now().minusSeconds(1));

    @TempDir
    private Path out;

    @Test
    void findsAValueThatAHistoryTells() throws Exception {
        Path history = out.resolve("history-1.ndjson");
        try (HistoryWriter writer = HistoryWriter.to(history)) {
            writer.write(new Line.Start(1, true, List.of(), Map.of(), 0, 0));
            writer.write(new Line.Invoke(1, 1, Question.about(Act.SUSPEND, 1, "00000000000000aa")));
            writer.write(new Line.Reply(1, 2, new Answer(Said.ACCEPTED, null, "r", Map.of("surname_pt", VALUE))));
        }
        assertThat(search.in(out, out.resolve("none")))
                .extracting(Hit::canary, Hit::place)
                .contains(tuple("surname_pt of 7", history.toString()));
    }

    @Test
    void findsOneOnTheEdgeOfTwoPieces() throws Exception {
        byte[] value = VALUE.getBytes(StandardCharsets.UTF_8);
        byte[] log = new byte[(16 << 20) + 100];
        int at = (16 << 20) - 5;
        System.arraycopy(value, 0, log, at, value.length);
        Files.createDirectories(out.resolve("world/logs"));
        Files.write(out.resolve("world/logs/gateway-1.log"), log);
        assertThat(search.in(out, out.resolve("none"))).extracting(Hit::offset).containsExactly((long) at);
    }

    @Test
    void leavesOutTheDatabasesAndWhatAnEarlierRunWrote() throws Exception {
        Path databases = Files.createDirectories(out.resolve("world/postgres/a"));
        Files.writeString(databases.resolve("base"), VALUE);
        Path old = Files.writeString(out.resolve("history-0.ndjson"), VALUE);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(search.in(out, out.resolve("world/postgres"))).isEmpty();
    }
}
