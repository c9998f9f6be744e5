package mo.farol.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTableTest {
    private static final Duration LIFE = Duration.ofSeconds(180);

    private final FakeTime time = new FakeTime();

    private record Known(long fingerprint, long untilSecond) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void knowsWhatAMapWithExpiryKnows(long seed) {
        Random random = new Random(seed);
        ReplayTable table = new ReplayTable(20_000, LIFE, time::nanoTime);
        Map<RedemptionKey, Known> model = new HashMap<>();
        List<RedemptionKey> keys = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(40) == 0) {
                time.pass(Duration.ofSeconds(random.nextInt(4)));
            }
            boolean fresh = keys.isEmpty() || random.nextInt(3) > 0;
            RedemptionKey key = fresh ? key(random) : keys.get(random.nextInt(keys.size()));
            long second = elapsed();
            if (random.nextBoolean()) {
                long fingerprint = random.nextInt(3);
                table.put(key, fingerprint);
                if (expected(model.get(key), second) == Sighting.NONE) {
                    model.put(key, new Known(fingerprint, second + LIFE.toSeconds()));
                }
                keys.add(key);
            }
            assertThat(table.sighting(key, 1)).isEqualTo(expected(model.get(key), second));
        }
    }

    private static Sighting expected(@Nullable Known known, long second) {
        if (known == null || known.untilSecond() <= second) {
            return Sighting.NONE;
        }
        return known.fingerprint() == 1 ? Sighting.BY_THIS_REQUEST : Sighting.BY_ANOTHER;
    }

    @Test
    void tellsKeysApartByEachOfTheirParts() {
        ReplayTable table = new ReplayTable(1_000, LIFE, time::nanoTime);
        table.put(key(1, 2, 3, 4), 9);

        assertThat(table.sighting(key(1, 2, 3, 4), 9)).isEqualTo(Sighting.BY_THIS_REQUEST);
        assertThat(table.sighting(key(9, 2, 3, 4), 9)).isEqualTo(Sighting.NONE);
        assertThat(table.sighting(key(1, 9, 3, 4), 9)).isEqualTo(Sighting.NONE);
        assertThat(table.sighting(key(1, 2, 9, 4), 9)).isEqualTo(Sighting.NONE);
        assertThat(table.sighting(key(1, 2, 3, 9), 9)).isEqualTo(Sighting.NONE);
    }

    @Test
    void takesAtMostSixtyFourBytesForEachOfManyEntries() {
        Random random = new Random(3);
        ReplayTable table = new ReplayTable(1_000_000, LIFE, time::nanoTime);
        int entries = 0;
        for (int checkpoint : new int[] {20_000, 47_000, 100_000, 215_000, 333_000, 500_000, 800_000}) {
            while (entries < checkpoint) {
                table.put(key(random), 1);
                entries++;
            }
            assertThat(table.size()).isEqualTo(entries);
            assertThat(table.bytes() / (double) entries).isLessThanOrEqualTo(64.0);
        }
    }

    @Test
    void staysWithinItsBoundAndKeepsWhatItHas() {
        Random random = new Random(4);
        ReplayTable table = new ReplayTable(1_000, LIFE, time::nanoTime);
        RedemptionKey first = key(random);
        table.put(first, 1);
        for (int i = 0; i < 10_000; i++) {
            table.put(key(random), 1);
        }

        assertThat(table.size()).isBetween(900, 1_100);
        assertThat(table.bytes()).isLessThan(1_500 * 32L);
        assertThat(table.sighting(first, 1)).isEqualTo(Sighting.BY_THIS_REQUEST);
    }

    @Test
    void makesRoomWhenEntriesEndTheirLife() {
        Random random = new Random(5);
        ReplayTable table = new ReplayTable(1_000, LIFE, time::nanoTime);
        for (int i = 0; i < 2_000; i++) {
            table.put(key(random), 1);
        }
        time.pass(LIFE);
        List<RedemptionKey> fresh = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            fresh.add(key(random));
            table.put(fresh.getLast(), 1);
        }

        assertThat(fresh.stream().filter(key -> table.sighting(key, 1) == Sighting.BY_THIS_REQUEST))
                .hasSizeBetween(850, 1_100);
    }

    @Test
    void isSafeForSeveralThreads() throws Exception {
        ReplayTable table = new ReplayTable(100_000, LIFE, time::nanoTime);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<RedemptionKey>>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                writers.add(threads.submit(() -> {
                    start.await();
                    return fill(table, random);
                }));
            }
            start.countDown();
            for (Future<List<RedemptionKey>> writer : writers) {
                assertThat(writer.get()).allMatch(key -> table.sighting(key, 7) == Sighting.BY_THIS_REQUEST);
            }
        }
        assertThat(table.size()).isEqualTo(20_000);
    }

    private static List<RedemptionKey> fill(ReplayTable table, Random random) {
        List<RedemptionKey> mine = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            mine.add(key(random));
            table.put(mine.getLast(), 7);
        }
        return mine;
    }

    private long elapsed() {
        return (time.nanoTime() - 77) / 1_000_000_000L;
    }

    private static RedemptionKey key(Random random) {
        return key(random.nextLong(), 1_795_478_400L + random.nextInt(100), random.nextInt(), random.nextLong());
    }

    private static RedemptionKey key(long id, long iat, int counter, long rest) {
        return new RedemptionKey(new BindingKeyId(id), iat, new Cti(counter, rest));
    }
}
