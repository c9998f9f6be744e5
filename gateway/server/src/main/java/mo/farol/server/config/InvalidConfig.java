package mo.farol.server.config;

import java.util.List;

/** The configuration cannot be used. The message names every problem, one a line, and no secret. */
public final class InvalidConfig extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public InvalidConfig(List<String> problems) {
        super("the configuration has " + problems.size() + " problem(s):\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
