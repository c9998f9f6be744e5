package mo.farol.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditTest {
    private static final Edit EDIT = new Edit("Gate.java", "open == false", "open == true");

    @Test
    void takesThePlaceOfItsText() throws Drifted {
        assertThat(EDIT.apply("if (open == false) {")).isEqualTo("if (open == true) {");
    }

    @Test
    void doesNotFitATextThatIsGone() {
        assertThatThrownBy(() -> EDIT.apply("if (!open) {"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("Gate.java has no text");
    }

    @Test
    void doesNotFitATextThatIsThereTwice() {
        assertThatThrownBy(() -> EDIT.apply("open == false || open == false"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("more than once");
    }

    @Test
    void buildsOnTheEditBefore(@TempDir Path checkout) throws Exception {
        Files.writeString(checkout.resolve("Gate.java"), "one");
        Bug bug = bug(List.of(new Edit("Gate.java", "one", "two"), new Edit("Gate.java", "two", "three")), List.of());

        assertThat(bug.changed(checkout)).containsExactly(Map.entry("Gate.java", "three"));
    }

    @Test
    void neverTakesThePlaceOfAWholeFile(@TempDir Path checkout) throws Exception {
        Files.writeString(checkout.resolve("Gate.java"), "one");
        Bug bug = bug(List.of(), List.of(new Added("Gate.java", "two")));

        assertThatThrownBy(() -> bug.changed(checkout))
                .isInstanceOf(Drifted.class)
                .hasMessage("Gate.java exists");
    }

    @Test
    void saysWhichFileIsGone(@TempDir Path checkout) {
        Bug bug = bug(List.of(EDIT), List.of());

        assertThatThrownBy(() -> bug.changed(checkout))
                .isInstanceOf(Drifted.class)
                .hasMessage("Gate.java is gone");
    }

    private static Bug bug(List<Edit> edits, List<Added> added) {
        return new Bug("for a test", List.of("I1"), edits, added);
    }
}
