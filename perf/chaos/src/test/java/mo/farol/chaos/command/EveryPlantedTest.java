package mo.farol.chaos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mo.farol.chaos.check.Promise;
import org.junit.jupiter.api.Test;

class EveryPlantedTest {
    private static final Verdict CAUGHT = new Verdict(Exit.BROKEN, List.of(Promise.DOUBLE_ACCEPTS));
    private static final Verdict CLEAN = new Verdict(Exit.CLEAN, List.of());

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> ran = new ArrayList<>();

    @Test
    void isContentWhenEveryBugWasCaught() throws Exception {
        assertThat(run("all", name -> CAUGHT)).isEqualTo(Exit.CLEAN);
        assertThat(ran).containsExactly("one", "two");
        assertThat(table()).contains("| one | found | I1 |", "| two | found | I1 |");
    }

    @Test
    void failsWhenOneWasNotCaughtAndStillTriesTheOthers() throws Exception {
        assertThat(run("all", name -> name.equals("one") ? Verdict.failed() : CAUGHT))
                .isEqualTo(Exit.FAILED);
        assertThat(ran).containsExactly("one", "two");
        assertThat(table()).contains("| one | FAILED |");
    }

    @Test
    void failsWhenTheHarnessDidAndStillTriesTheOthers() throws Exception {
        int status = run("all", name -> {
            if (name.equals("one")) {
                throw new IOException("no disk");
            }
            return CAUGHT;
        });
        assertThat(status).isEqualTo(Exit.FAILED);
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void wantsNothingToBeFoundWithoutThem() throws Exception {
        assertThat(run("without-all", name -> CLEAN)).isEqualTo(Exit.CLEAN);
        assertThat(ran).containsExactly("without-one", "without-two");
        assertThat(run("without-all", name -> CAUGHT)).isEqualTo(Exit.FAILED);
    }

    private int run(String planted, Told told) throws Exception {
        ran.clear();
        EveryPlanted every = new EveryPlanted(
                List.of("one", "two"), new PrintStream(printed, true, StandardCharsets.UTF_8), options -> {
                    String name = options.planted().orElseThrow();
                    ran.add(name);
                    assertThat(options.out()).endsWithRaw(Path.of(name));
                    return told.of(name);
                });
        return every.run(Options.parse(List.of("--planted", planted)), planted);
    }

    private String table() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private interface Told {
        Verdict of(String name) throws IOException;
    }
}
