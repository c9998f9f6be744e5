package mo.farol.server.importing;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.verification.ArbiterUnreachable;

/** From the store's futures to this command's one thread. */
final class Waiting {
    private Waiting() {}

    static <T> T on(Future<T> future) throws ImportStopped, InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw stopped(e.getCause() == null ? e : e.getCause());
        }
    }

    private static ImportStopped stopped(Throwable cause) {
        if (cause instanceof ImportStopped stopped) {
            return stopped;
        }
        boolean speaks = cause instanceof ArbiterUnreachable || cause instanceof IOException;
        String why = speaks && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getName();
        return new ImportStopped(why, cause);
    }
}
