package mo.farol.core.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes docs/binding-states.md anew: {@code RegenerateStates FILE}. */
public final class RegenerateStates {
    private RegenerateStates() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), StatesPage.text());
    }
}
