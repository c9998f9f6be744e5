package mo.farol.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RetryTableTest {
    private final RetryTable table = new RetryTable(10, Duration.ofMinutes(2), System::nanoTime);

    @Test
    void letsOthersInWhileWhoeverWaitedGoesOn() {
        Turn.Yours mine = (Turn.Yours) table.enter(key(1));
        CompletableFuture<Turn> other = new CompletableFuture<>();
        CompletableFuture<Turn> fromTheWaiter = mine.over().thenApply(over -> {
            Thread.ofVirtual().start(() -> other.complete(table.enter(key(2))));
            return other.orTimeout(10, TimeUnit.SECONDS).join();
        });

        table.settle(key(1), mine, null);

        assertThat(fromTheWaiter.join()).isInstanceOf(Turn.Yours.class);
    }

    private static RetryKey key(int number) {
        byte[] hash = new byte[32];
        hash[0] = (byte) number;
        return new RetryKey(7, hash, new byte[32]);
    }
}
