package mo.farol.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.Closing;

/**
 * What all deployments of a run stand on.
 *
 * @param folder of this run, empty at its start
 * @param closing is told what is to be ended
 */
public record Ground(Product product, Path folder, Children children, Closing closing) {
    /** Makes the folder anew. */
    public static Ground clear(Product product, Path folder, Children children, Closing closing) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return new Ground(product, Files.createDirectories(folder), children, closing);
    }

    PostgresPrograms postgres() throws IOException, InterruptedException {
        return PostgresPrograms.find(product, product.home().resolve("target").resolve("bench-postgres"));
    }
}
