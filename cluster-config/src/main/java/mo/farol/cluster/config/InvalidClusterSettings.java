package mo.farol.cluster.config;

import java.util.List;

/** A configuration that no member can start with. */
public final class InvalidClusterSettings extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidClusterSettings(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, one line each, by the path of the key; no values of secrets. */
    public List<String> problems() {
        return problems;
    }
}
