package mo.farol.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import mo.farol.chaos.command.Planted;
import mo.farol.chaos.command.PlantedBugs;
import mo.farol.chaos.world.Plan;
import org.junit.jupiter.api.Test;

class PlantTest {
    private final PlantedBugs bugs = new Plant();

    @Test
    void isWhatTheHarnessFinds() {
        assertThat(ServiceLoader.load(PlantedBugs.class))
                .singleElement()
                .satisfies(found -> assertThat(found.names()).isEqualTo(Bugs.NAMES));
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(bugs.find("a-bug", true)).isEmpty();
        assertThat(bugs.find("without-a-bug", true)).isEmpty();
    }

    @Test
    void hasTheSameOccasionWithoutTheBug() {
        Planted without = bugs.find("without-fsync-off", true).orElseThrow();

        Plan plan = without.plan().apply(Plan.in(Path.of("world")));
        assertThat(plan).isEqualTo(Plan.in(Path.of("world")).withPowerCuts());
        assertThat(without.promises()).isEmpty();
        assertThat(without.schedules().apply(7L))
                .isEqualTo(Occasion.of("fsync-off").schedule(7));
    }

    @Test
    void givesEveryBugTimeToShow() {
        for (String name : Bugs.NAMES) {
            Occasion occasion = Occasion.of(name);
            assertThat(List.copyOf(occasion.steps()))
                    .allMatch(step -> step.at().plus(step.lasts()).compareTo(occasion.length()) < 0);
        }
    }
}
