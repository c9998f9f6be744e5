package mo.farol.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mo.farol.core.arrowfixture.SeesVertx;
import mo.farol.token.arrowfixture.ReachesUp;
import mo.farol.token.arrowfixture.SeesSql;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private static final List<String> ROOMS = List.of(
            "gateway/token",
            "gateway/core",
            "gateway/store",
            "gateway/api",
            "gateway/server",
            "gateway/phone",
            "gateway/demo",
            "cluster-config");
    private static final List<String> ROOMS_BUILT_LATER =
            List.of("perf/bench", "perf/chaos", "perf/gatling", "perf/jmh");
    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|[.$]Data)(\\$.*)?|.*\\.(util|impl|service)\\..*");

    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(classFolders());

    @Test
    void pointOneWay() {
        assertThat(HOUSE.size()).isGreaterThan(200);
        assertThat(Arrows.wrong(HOUSE)).isEmpty();
    }

    @Test
    void wouldBeFoundIfTheyPointedTheOtherWay() {
        assertThat(wrongIn(ReachesUp.class))
                .containsExactly(ReachesUp.class.getName() + " -> mo.farol.core.policy.FieldSet");
    }

    @Test
    void wouldBeFoundIfTheyLedToSqlFromTheTokenRoom() {
        assertThat(wrongIn(SeesSql.class)).containsExactly(SeesSql.class.getName() + " -> java.sql.Connection");
    }

    @Test
    void wouldBeFoundIfCoreSawMoreOfVertxThanItsFuture() {
        assertThat(wrongIn(SeesVertx.class)).containsExactly(SeesVertx.class.getName() + " -> io.vertx.core.Vertx");
    }

    @Test
    void leadToNoClassOrPackageWithANameThatSaysNothing() {
        assertThat(HOUSE.stream()
                        .map(JavaClass::getName)
                        .filter(name -> FORBIDDEN_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void areThoseOfTheBuildFilesToo() throws IOException {
        Pattern dependency = Pattern.compile("<artifactId>farol-([a-z-]+)</artifactId>");
        List<String> perf = new ArrayList<>();
        for (String room : ROOMS_BUILT_LATER) {
            String pom = Files.readString(root().resolve(room).resolve("pom.xml"));
            dependency.matcher(pom).results().forEach(match -> perf.add(match.group(1)));
        }
        assertThat(perf).doesNotContain("server", "store", "demo");
    }

    private static List<String> wrongIn(Class<?> fixture) {
        return Arrows.wrong(new ClassFileImporter().importClasses(fixture));
    }

    private static List<Path> classFolders() {
        List<Path> folders = new ArrayList<>();
        for (String room : ROOMS) {
            Path classes = root().resolve(room).resolve("target/classes");
            assertThat(classes).isDirectory();
            folders.add(classes);
        }
        ROOMS_BUILT_LATER.stream()
                .map(room -> root().resolve(room).resolve("target/classes"))
                .filter(Files::isDirectory)
                .forEach(folders::add);
        return folders;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("farol"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside a checkout");
        }
        return folder;
    }
}
