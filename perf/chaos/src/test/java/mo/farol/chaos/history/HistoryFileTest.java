package mo.farol.chaos.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final CodeId CODE = new CodeId("00000000000000aa", 1, "00");
    private static final Line.Start START = new Line.Start(9, false, List.of("step"), Map.of("java", "25"), 5, 6);

    @TempDir
    private Path folder;

    @Test
    void readsBackEveryKindOfLineAsItWasWritten() throws Exception {
        Question question =
                new Question(Act.REPLAY, 2, CODE, null, new Question.From("t", "i", "p"), "k", "h", List.of("sex"));
        List<Line> lines = List.of(
                START,
                new Line.Owner(1, "aa", Map.of("i/sex", "00")),
                new Line.Granted("i", "p", List.of("sex"), List.of()),
                new Line.Before(CODE, "t", "k", "r"),
                new Line.Ended("aa", 7),
                new Line.Invoke(1, 10, question),
                new Line.Reply(1, 11, new Answer(Said.ACCEPTED, null, "r", Map.of("sex", "00"))),
                new Line.FaultMark(12, "heals", "cut", "x", List.of(1)),
                new Line.Rewound(1, 2),
                new Line.Redeemed(CODE, "r", "t", "hash", true),
                new Line.Recorded("r", 1, 3, 3, "t", null, "h", List.of("sex"), 1),
                new Line.Held(1, "aa", 4));
        Path file = folder.resolve("history.ndjson");
        try (HistoryWriter writer = HistoryWriter.to(file)) {
            for (Line line : lines) {
                writer.write(line);
            }
        }
        History history = HistoryReader.read(file);
        assertThat(history.all(Line.class)).isEqualTo(lines);
        assertThat(history.byCode().get(CODE)).singleElement().matches(Op::accepted);
    }

    @Test
    void takesAnOpWithoutAnAnswerForUnderWay() {
        History history = new History(List.of(START, new Line.Invoke(1, 10, Question.about(Act.UNBIND, 1, "aa"))));
        assertThat(history.ops()).singleElement().satisfies(op -> {
            assertThat(op.said()).isEqualTo(Said.BROKEN);
            assertThat(op.answered()).isEqualTo(Long.MAX_VALUE);
        });
    }

    @Test
    void namesTheLineThatIsNoHistory() throws IOException {
        Path file = folder.resolve("other.txt");
        Files.writeString(file, "hello\n");
        assertThatThrownBy(() -> HistoryReader.read(file)).hasMessageContaining("line 1");
    }
}
