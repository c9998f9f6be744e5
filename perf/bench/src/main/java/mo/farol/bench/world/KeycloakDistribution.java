package mo.farol.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keycloak as its makers ship it, unpacked.
 *
 * @param folder with {@code bin/kc.sh} in it
 */
public record KeycloakDistribution(Path folder) {
    /**
     * The named one, or one beside the checkout in {@code shared}, or what the build fetched.
     *
     * @throws PeerMissing when there is none
     */
    public static KeycloakDistribution find(Product product, Optional<Path> named) throws PeerMissing, IOException {
        List<Path> places = named.map(List::of)
                .orElseGet(() -> List.of(
                        product.home().resolveSibling("shared"),
                        product.home().resolveSibling("shared").resolve("peers"),
                        product.home().resolve("perf/bench/target/keycloak"),
                        product.home().resolve("gateway/server/target/keycloak")));
        for (Path place : places) {
            Optional<Path> found = in(place);
            if (found.isPresent()) {
                return new KeycloakDistribution(found.get());
            }
        }
        throw new PeerMissing("there is no Keycloak in " + places.getFirst()
                + " and none was fetched (unpack keycloak-quarkus-dist and give --keycloak DIR)");
    }

    private static Optional<Path> in(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (Stream<Path> below = Files.list(place)) {
            return Stream.concat(Stream.of(place), below)
                    .filter(each -> Files.isRegularFile(each.resolve("bin/kc.sh")))
                    .map(Path::toAbsolutePath)
                    .findFirst();
        }
    }
}
