package mo.farol.chaos.command;

import java.sql.SQLException;
import java.util.List;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.world.World;

/** Notes when PostgreSQL takes connections again: from then on a recovery is counted. */
final class PostgresWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 150;

    private final World world;
    private final Recorder recorder;
    private final Thread thread;
    private volatile boolean stopping;

    PostgresWatch(World world, Recorder recorder) {
        this.world = world;
        this.recorder = recorder;
        this.thread = Thread.ofPlatform().name("postgres-watch").daemon().start(this::watch);
    }

    private void watch() {
        boolean up = true;
        try {
            while (!stopping) {
                boolean now = isUp();
                if (now && !up) {
                    recorder.note(new Line.FaultMark(recorder.now(), "postgres_up", "", "", List.of()));
                }
                up = now;
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUp() {
        try {
            world.databaseTime();
            return true;
        } catch (SQLException down) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }
}
