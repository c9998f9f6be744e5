package mo.farol.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import mo.farol.simulation.history.Violation;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.planted.Planted;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedBugsTest {
    private static final int SEEDS = 150;

    /** The promises that the bug breaks, first the one that it is about. */
    private static final Map<Planted, Set<String>> BROKEN = Map.ofEntries(
            Map.entry(Planted.CACHE_ONLY_SINGLE_USE, Set.of("I1")),
            Map.entry(Planted.UNIQUE_PER_ARRIVAL_TIME, Set.of("I1")),
            Map.entry(Planted.JOIN_BY_KEY, Set.of("I1")),
            Map.entry(Planted.RECORD_AFTER_ANSWER, Set.of("I3")),
            Map.entry(Planted.CACHE_ONLY_UNBIND, Set.of("I2")),
            Map.entry(Planted.KEY_ON_BYTES, Set.of("I1")),
            Map.entry(Planted.RETRY_ANY_TERMINAL, Set.of("I11")),
            Map.entry(Planted.COMMIT_FAILURE_AS_REFUSAL, Set.of("I3", "I6", "I13")),
            Map.entry(Planted.TRUSTS_OWN_CLOCK, Set.of("I13")),
            Map.entry(Planted.ORDINAL_OFF_BY_ONE, Set.of("I11", "I6")),
            Map.entry(Planted.ASYNC_STANDBY_PROMOTED, Set.of("I1", "I3", "I4", "I6", "I13")),
            Map.entry(Planted.FSYNC_OFF, Set.of("I1", "I3", "I4", "I6", "I13")));

    private static final Town TOWN = new Town();

    @ParameterizedTest
    @EnumSource(value = Planted.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void areFound(Planted planted) {
        Optional<Violation> found = LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> new World(TOWN, seed, planted, null).run())
                .flatMap(Optional::stream)
                .findFirst();
        assertThat(found).map(Violation::promise).get().isIn(BROKEN.get(planted));
    }
}
