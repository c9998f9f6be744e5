package mo.farol.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mo.farol.core.registry.CardStatus;
import org.junit.jupiter.api.Test;

class StatesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "../../docs/binding-states.md");

    @Test
    void regeneratingChangesNothing() throws IOException {
        assertThat(Files.readString(PAGE)).isEqualTo(StatesPage.text());
    }

    @Test
    void everyStateAndActHasACell() {
        assertThat(StatesPage.text().lines().filter(line -> line.startsWith("| ")))
                .hasSize(1 + 1 + BindingStatus.values().length + 1 + 1 + CardStatus.values().length)
                .allSatisfy(line -> assertThat(line).doesNotContain("|  |").doesNotContain("null"));
    }
}
