package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mo.farol.chaos.fault.Fault;
import mo.farol.phone.kit.PerfKit;

/**
 * Three gateways, PostgreSQL with a standby, all in network namespaces on one bridge. One world is used for many
 * schedules, one fault or several at a time; faults are injected and healed by one thread. Closing it leaves nothing
 * running.
 */
public interface World extends AutoCloseable {
    /**
     * Makes one, and waits until it is healthy. What harnesses that were killed have left behind is removed first.
     *
     * @throws IOException when something is missing or does not start; the message says what, in one line
     */
    static World start(Plan plan) throws IOException, SQLException, InterruptedException {
        return NamespacedWorld.start(plan);
    }

    /** The gateways, numbered from 1. */
    List<Node> nodes();

    /** Terminals of two institutions, and residents with an active binding each; their numbers are the people's. */
    PerfKit kit();

    People people();

    Truth truth();

    /** The database's clock now. */
    Instant databaseTime() throws SQLException;

    /** Whether the gateway says that it is ready; {@code false} too when it cannot be reached. */
    boolean healthy(int node) throws InterruptedException;

    /** Returns when the fault is in place. The slow ones (failover, restore, full restart) take seconds. */
    void inject(Fault fault) throws IOException, SQLException, InterruptedException;

    /**
     * Undoes it, without waiting until the gateways have noticed; a new standby takes seconds. Has no effect on a fault
     * that is not in place.
     */
    void heal(Fault fault) throws IOException, SQLException, InterruptedException;

    /**
     * Waits until rolling restarts are over, all gateways are ready and the standby follows.
     *
     * @throws IOException when that takes longer; the message says what is amiss
     */
    void awaitHealthy(Duration within) throws IOException, SQLException, InterruptedException;

    /**
     * Waits until codes that are made now may be accepted: for a while after an operator raised the code floor they may not.
     *
     * @throws IOException when that takes longer
     */
    void awaitFloorPassed(Duration within) throws IOException, InterruptedException;

    /**
     * Waits until the log is sealed up to now.
     *
     * @throws IOException when that takes longer
     */
    void awaitDrained(Duration within) throws IOException, InterruptedException;

    /**
     * This command as somebody runs it elsewhere: in a network namespace of its own on the world's net.
     *
     * @return the whole command
     */
    List<String> elsewhere(List<String> command) throws IOException, InterruptedException;

    /** The folder with the databases' files, backups and archive. */
    Path databases();

    /** The restores so far, oldest first. */
    List<Rewind> rewinds();

    @Override
    void close() throws IOException, InterruptedException;
}
