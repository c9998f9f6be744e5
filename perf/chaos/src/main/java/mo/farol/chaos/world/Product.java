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
 * @param archives where archives of loaded classes are kept
 */
record Product(Path options, String classPath, Path archives) {
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
     * @param folder for what is of use to this world only
     * @throws IOException when nothing is built
     */
    static Product find(Optional<Path> front, Path folder) throws IOException {
        Path built = checkout().resolve("gateway/demo/target");
        Path options = Path.of(System.getProperty(
                "farol.jvm.options", built.resolve("classes/jvm.options").toString()));
        Path libraries = built.resolve("lib");
        if (!Files.isReadable(options) || !Files.isDirectory(libraries)) {
            throw new IOException("the product is not built: run ./farol --help once");
        }
        String classes = System.getProperty("farol.classpath", libraries + "/*");
        // An archive is good for one class path only.
        return front.isPresent()
                ? new Product(options, front.get() + ":" + classes, folder)
                : new Product(options, classes, built);
    }

    /** Whether {@link #find} finds one. */
    static boolean isBuilt() {
        try {
            find(Optional.empty(), Path.of(""));
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
        List<String> flags = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archives.resolve(ARCHIVE)));
        if (number == 1) {
            flags.add("-XX:+AutoCreateSharedArchive");
        }
        return java(flags, GATEWAY, "serve", "--config", config.toString());
    }

    /** Whether {@link #serve} has left an archive of its classes. */
    boolean hasArchive() {
        return Files.exists(archives.resolve(ARCHIVE));
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
