package mo.farol.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakDistributionTest {
    @TempDir
    Path folder;

    private Product product() throws Exception {
        Path home = Files.createDirectories(folder.resolve("checkout"));
        return new Product(home, home.resolve("options"), home.resolve("lib"));
    }

    private Path unpackIn(Path place) throws Exception {
        Files.createDirectories(place.resolve("bin"));
        Files.createFile(place.resolve("bin/kc.sh"));
        return place;
    }

    @Test
    void isTheNamedOneOrOneInTheNamedFolder() throws Exception {
        Path home = unpackIn(folder.resolve("some/keycloak-26"));
        assertThat(KeycloakDistribution.find(product(), Optional.of(home)).folder())
                .isEqualTo(home);
        assertThat(KeycloakDistribution.find(product(), Optional.of(folder.resolve("some")))
                        .folder())
                .isEqualTo(home);
    }

    @Test
    void isBesideTheCheckoutOrFetchedByTheBuild() throws Exception {
        Path fetched = unpackIn(folder.resolve("checkout/perf/bench/target/keycloak/keycloak-26"));
        assertThat(KeycloakDistribution.find(product(), Optional.empty()).folder())
                .isEqualTo(fetched);
        Path shared = unpackIn(folder.resolve("shared/keycloak-26"));
        assertThat(KeycloakDistribution.find(product(), Optional.empty()).folder())
                .isEqualTo(shared);
    }

    @Test
    void isSaidToBeMissing() {
        assertThatThrownBy(() -> KeycloakDistribution.find(product(), Optional.of(folder.resolve("none"))))
                .isInstanceOf(PeerMissing.class)
                .hasMessageContaining("no Keycloak in " + folder.resolve("none"));
    }
}
