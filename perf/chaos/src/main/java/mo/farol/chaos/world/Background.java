package mo.farol.chaos.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that goes on while other things happen, and whose failure is somebody's to hear of. */
final class Background {
    private final FutureTask<Void> task;
    private final String what;

    private Background(String what, FutureTask<Void> task) {
        this.what = what;
        this.task = task;
    }

    static Background start(String what, Undo work) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        Thread.ofPlatform().daemon().name(what).start(task);
        return new Background(what, task);
    }

    /** Waits for its end. @throws IOException when it failed */
    void join() throws IOException, SQLException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IOException(what + " failed: " + e.getMessage(), e);
        }
    }
}
