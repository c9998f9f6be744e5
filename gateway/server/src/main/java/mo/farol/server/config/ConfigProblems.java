package mo.farol.server.config;

import java.util.ArrayList;
import java.util.List;

/** Everything wrong with a configuration, collected so that it is reported at once. */
final class ConfigProblems {
    private final List<String> problems = new ArrayList<>();

    void add(String path, String what) {
        problems.add(path + ": " + what);
    }

    List<String> all() {
        return List.copyOf(problems);
    }
}
