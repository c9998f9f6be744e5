package mo.farol.demo.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SomeAtATimeTest {
    private static final List<Integer> TEN =
            IntStream.rangeClosed(1, 10).boxed().toList();

    @Test
    void keepsTheOrderAndNeverDoesMoreThanAllowedAtOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        List<Integer> doubled = SomeAtATime.map(TEN, 3, n -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            three.await();
            now.decrementAndGet();
            return 2 * n;
        });
        assertThat(doubled).containsExactly(2, 4, 6, 8, 10, 12, 14, 16, 18, 20);
        assertThat(most).hasValue(3);
    }

    @Test
    void saysWhatFailed() {
        assertThatThrownBy(() -> SomeAtATime.map(TEN, 4, n -> {
                    if (n == 7) {
                        throw new IOException("the seventh");
                    }
                    return n;
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the seventh");
    }
}
