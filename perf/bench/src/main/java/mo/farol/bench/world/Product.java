package mo.farol.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Programs;

/**
 * The product as a checkout built it, run by command line.
 *
 * @param home of the checkout
 * @param options the file of JVM flags that it ships with
 * @param libraries the folder of its jars
 */
public record Product(Path home, Path options, Path libraries) {
    private static final String GATEWAY = "mo.farol.server.Main";
    private static final String LAUNCHER = "mo.farol.demo.command.Launcher";

    /** What {@code ./farol} says by system properties. @throws IOException when nothing is built */
    public static Product find() throws IOException {
        Path home = Path.of(System.getProperty("farol.home", "")).toAbsolutePath();
        Path built = home.resolve("gateway/demo/target");
        Product product = new Product(home, built.resolve("classes/jvm.options"), built.resolve("lib"));
        if (!Files.isReadable(product.options) || !Files.isDirectory(product.libraries)) {
            throw new IOException("the product is not built: start this by ./farol bench");
        }
        return product;
    }

    /** In the checkout: what a superuser runs before the migrations. */
    Path roles() {
        return home.resolve("gateway/store/src/main/resources/mo/farol/store/migration/roles.sql");
    }

    /** In the checkout: the statement that redeems a batch of codes and records it. */
    public Path redeemingStatement() {
        return home.resolve("gateway/store/src/main/resources/mo/farol/store/arbiter/redeem.sql");
    }

    /** @param flags of the JVM; they override those that the product ships with */
    public CommandLine gateway(List<String> flags, String... arguments) {
        return java(flags, GATEWAY, arguments);
    }

    /** A command of the launcher, such as {@code kit}. */
    public CommandLine launcher(List<String> flags, String... arguments) {
        return java(flags, LAUNCHER, arguments);
    }

    private CommandLine java(List<String> flags, String main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(Programs.ofJdk("java"), "@" + options));
        words.addAll(flags);
        words.addAll(List.of("-cp", libraries + "/*", main));
        words.addAll(List.of(arguments));
        return new CommandLine(words, Map.of());
    }
}
