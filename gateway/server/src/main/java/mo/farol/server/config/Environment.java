package mo.farol.server.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that override values, by configuration path. */
final class Environment {
    static final String PREFIX = "FAROL_";

    /** Read by the launcher and the build, not by the gateway. */
    private static final Set<String> LAUNCHER =
            Set.of("FAROL_HOME", "FAROL_CONFIG", "FAROL_JAVA_OPTS", "FAROL_CONFORMANCE");

    private final Map<String, String> variables;
    private final TreeSet<String> untaken;

    Environment(Map<String, String> variables) {
        this.variables = variables;
        this.untaken = new TreeSet<>(variables.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !LAUNCHER.contains(name))
                .toList());
    }

    private static String name(String path) {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    @Nullable
    String take(String path) {
        untaken.remove(name(path));
        return variables.get(name(path));
    }

    boolean covers(String path) {
        String name = name(path);
        return variables.keySet().stream().anyMatch(each -> each.equals(name) || each.startsWith(name + "_"));
    }

    void end(ConfigProblems problems) {
        untaken.forEach(name -> problems.add(name, "is not a variable that the gateway knows"));
    }
}
