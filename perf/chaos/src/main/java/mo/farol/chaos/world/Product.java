package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The product as a checkout built it, run by command line.
 *
 * @param options the file of JVM flags
 * @param classPath of the launcher
 * @param archive of loaded classes; none for a class path with a folder in it, of which the JVM makes none
 */
record Product(Path options, String classPath, Optional<Path> archive) {
    /** In the checkout: what a superuser runs before the migrations. */
    static final String ROLES = "gateway/store/src/main/resources/mo/farol/store/migration/roles.sql";

    /** These processes live for seconds, which a better compiler would spend on compiling. */
    private static final String LIGHT = "-XX:TieredStopAtLevel=1";

    private static final String ARCHIVE = "chaos-gateway.jsa";
    private static final String GATEWAY = "mo.farol.server.Main";
    private static final String LAUNCHER = "mo.farol.demo.command.Launcher";

    /**
     * What {@code ./farol} says by system properties, or else the build of the checkout around the working folder.
     *
     * @param front goes before the product's own classes
     * @throws IOException when nothing is built
     */
    static Product find(Optional<Path> front) throws IOException {
        Path built = checkout().resolve("gateway/demo/target");
        Path options = Path.of(System.getProperty(
                "farol.jvm.options", built.resolve("classes/jvm.options").toString()));
        Path libraries = built.resolve("lib");
        if (!Files.isReadable(options) || !Files.isDirectory(libraries)) {
            throw new IOException("the product is not built: run ./farol --help once");
        }
        String classes = System.getProperty("farol.classpath", libraries + "/*");
        return front.isPresent()
                ? new Product(options, front.get() + ":" + classes, Optional.empty())
                : new Product(options, classes, Optional.of(built.resolve(ARCHIVE)));
    }

    /** Whether {@link #find} finds one. */
    static boolean isBuilt() {
        try {
            find(Optional.empty());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Path checkout() throws IOException {
        String named = System.getProperty("farol.home");
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath();
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.isExecutable(each.resolve("farol")) && Files.isDirectory(each.resolve("gateway/demo"))) {
                return each;
            }
        }
        throw new IOException("there is no checkout around " + folder);
    }

    /**
     * A gateway. What the first one of a build leaves of its classes shortens the start of all later ones.
     *
     * @param number from 1
     */
    CommandLine serve(int number, Path config) {
        List<String> flags = new ArrayList<>();
        archive.ifPresent(file -> flags.add("-XX:SharedArchiveFile=" + file));
        if (archive.isPresent() && number == 1) {
            flags.add("-XX:+AutoCreateSharedArchive");
        }
        return java(flags, GATEWAY, "serve", "--config", config.toString());
    }

    /** Whether a {@link #serve} that ends in order leaves an archive of its classes that is not there yet. */
    boolean leavesArchive() {
        return archive.filter(Files::notExists).isPresent();
    }

    /** Another command of the gateway's own program, such as {@code migrate}. */
    CommandLine gateway(String... arguments) {
        return java(List.of(), GATEWAY, arguments);
    }

    /** A command of the launcher, such as {@code kit}. */
    CommandLine launcher(String... arguments) {
        return java(List.of(), LAUNCHER, arguments);
    }

    private CommandLine java(List<String> flags, String main, String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + options, LIGHT));
        words.addAll(flags);
        words.addAll(List.of("-cp", classPath, main));
        words.addAll(List.of(arguments));
        return new CommandLine(words, Map.of());
    }
}
