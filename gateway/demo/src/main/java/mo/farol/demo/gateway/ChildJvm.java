package mo.farol.demo.gateway;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of a JVM with this program's own class path and flags. */
public final class ChildJvm {
    private ChildJvm() {}

    /** A child whose end leaves nothing behind. */
    public static List<String> command(String mainClass, String... arguments) {
        return command(List.of(), mainClass, arguments);
    }

    /**
     * A child that leaves an archive of its loaded classes behind, where the launcher wants one: it shortens the next
     * start.
     *
     * @param archive a name that no other running child uses
     */
    public static List<String> archived(String archive, String mainClass, String... arguments) {
        String folder = System.getProperty("farol.archives");
        List<String> flags = folder == null
                ? List.of()
                : List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + folder + "/" + archive + ".jsa");
        return command(flags, mainClass, arguments);
    }

    private static List<String> command(List<String> flags, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options().ifPresent(file -> command.add("@" + file));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp", System.getProperty("farol.classpath", System.getProperty("java.class.path")), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The file of flags that the launcher names, or the one on the class path when no launcher is there. */
    private static Optional<Path> options() {
        String named = System.getProperty("farol.jvm.options");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        URL beside = ChildJvm.class.getResource("/jvm.options");
        return beside != null && beside.getProtocol().equals("file")
                ? Optional.of(Path.of(URI.create(beside.toString())))
                : Optional.empty();
    }
}
