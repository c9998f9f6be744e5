package mo.farol.demo.seed;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a command line program, which has nothing else to do, wait for the store. */
public final class Waiting {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private Waiting() {}

    /** @throws StoreFailed when it failed, or took more than a minute */
    public static <T> T on(Future<T> future) throws StoreFailed, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StoreFailed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new StoreFailed(e);
        }
    }

    /** The store did not do what it was asked. */
    public static final class StoreFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        StoreFailed(Throwable cause) {
            super("the store refused: " + cause.getMessage(), cause);
            this.reason = String.valueOf(cause.getMessage());
        }

        /** What the store itself said. */
        public String reason() {
            return reason;
        }
    }
}
