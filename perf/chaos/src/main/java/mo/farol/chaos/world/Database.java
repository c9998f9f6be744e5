package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import mo.farol.chaos.world.PostgresSettings.Role;

/**
 * A primary and its standby, at an address that moves to whichever is the primary. With no standby there, commits wait
 * for none.
 */
final class Database {
    static final String NAME = "farol";
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(30);
    private static final int ONLY = 32;
    private static final String FLOOR_PASSED =
            "SELECT (code_floor <= extract(epoch FROM clock_timestamp()))::text FROM farol.arbiter";
    /** Numbers of events: superseded, unbound. */
    private static final String ENDED_SINCE =
            "SELECT (count(*) > 0)::text FROM farol.eid_event" + " WHERE kind IN (2, 5) AND at > '%s'::timestamptz";

    private static final String ANSWERED_SINCE =
            "SELECT (count(*) > 2)::text FROM farol.access_record WHERE at > '%s'::timestamptz";
    private static final String BEHIND = "SELECT (pg_wal_lsn_diff('%s', pg_last_wal_replay_lsn()) > 0)::text";
    private static final String HAS_LOG = "SELECT (to_regclass('farol.log_tree') IS NOT NULL)::text";
    private static final String SEALED = """
            SELECT (t.checkpoint_size = t.size
                AND NOT EXISTS (SELECT FROM farol.access_record a WHERE (a.xact, a.attempt) > (t.last_xact, t.last_id))
                AND NOT EXISTS (SELECT FROM farol.eid_event e WHERE (e.xact, e.id) > (t.last_xact, t.last_id)))::text
            FROM farol.log_tree t
            """;

    private final Network network;
    private final String address;
    private final PostgresSettings settings;
    private final Access access;
    private final boolean waitsForStandby;
    private PostgresServer primary;
    private PostgresServer standby;
    private boolean standbyThere;

    /** @param address that moves */
    Database(
            Network network,
            String address,
            PostgresSettings settings,
            Access access,
            boolean waitsForStandby,
            PostgresServer primary,
            PostgresServer standby) {
        this.network = network;
        this.address = address;
        this.settings = settings;
        this.access = access;
        this.waitsForStandby = waitsForStandby;
        this.primary = primary;
        this.standby = standby;
    }

    String address() {
        return address;
    }

    PostgresServer primary() {
        return primary;
    }

    PostgresServer standby() {
        return standby;
    }

    /** As the superuser, to whichever is the primary. */
    Connection connect() throws SQLException {
        return access.connect(address, NAME);
    }

    Instant now() throws SQLException {
        try (Connection connection = connect()) {
            return Instant.ofEpochMilli(Long.parseLong(
                    access.text(connection, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text")));
        }
    }

    /** Makes the first primary, with roles and an empty database. */
    void begin(Path superuserPassword, Path roles, String ddlPassword, String appPassword)
            throws IOException, SQLException, InterruptedException {
        primary.initialise(superuserPassword);
        primary.start(new Role.Alone());
        primary.place().addAddress(address, ONLY);
        try (Connection connection = primary.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(roles, StandardCharsets.UTF_8));
            statement.execute("CREATE SCHEMA farol AUTHORIZATION farol_ddl");
            // Both are base64, so they need no quoting.
            statement.execute("ALTER ROLE farol_ddl PASSWORD '" + ddlPassword + "'");
            statement.execute("ALTER ROLE farol_app PASSWORD '" + appPassword + "'");
        }
    }

    /** Builds a standby anew, and lets commits wait for it. */
    void buildStandby() throws IOException, SQLException, InterruptedException {
        standby.stop();
        standby.copy(primary);
        standby.start(new Role.Following(primary.place().address()));
        Patience.until(FOLLOWS_WITHIN, "the standby follows", this::streams);
        if (waitsForStandby) {
            primary.become(new Role.Followed());
        }
        standbyThere = true;
        keep();
    }

    /** What is there now stays, should power be cut: how it was made is not what that is about. */
    void keep() throws IOException, InterruptedException {
        primary.keepDisk();
        standby.keepDisk();
    }

    boolean hasStandby() {
        return standbyThere;
    }

    /** Whether the standby follows as it should; {@code true} while none is to be there. */
    boolean followed() {
        return !standbyThere || streams();
    }

    private boolean streams() {
        try (Connection connection = primary.connect("postgres")) {
            return Integer.parseInt(access.text(
                            connection, "SELECT count(*)::text FROM pg_stat_replication WHERE state = 'streaming'"))
                    > 0;
        } catch (SQLException notNow) {
            return false;
        }
    }

    /** Whether others see commits from after that moment that the standby has not replayed. {@code false}: it cannot be told. */
    boolean hasLeftStandbyBehind(Instant since) {
        try (Connection first = primary.connect(NAME);
                Connection second = standby.connect(NAME)) {
            return access.text(first, ANSWERED_SINCE.formatted(since)).equals("true")
                    && access.text(second, BEHIND.formatted(access.text(first, "SELECT pg_current_wal_lsn()::text")))
                            .equals("true");
        } catch (SQLException notNow) {
            return false;
        }
    }

    /** Whether a binding ended after that moment, and that is committed. {@code false}: it cannot be told. */
    boolean hasEndedBindingsSince(Instant since) {
        try (Connection connection = connect()) {
            return access.text(connection, ENDED_SINCE.formatted(since)).equals("true");
        } catch (SQLException notNow) {
            return false;
        }
    }

    /** The primary is ended for good, its standby takes its place and its address. */
    void failOver() throws IOException, SQLException, InterruptedException {
        if (primary.runs()) {
            primary.kill();
        }
        primary.place().removeAddress(address, ONLY);
        standby.promote();
        standby.become(new Role.Alone());
        PostgresServer old = primary;
        primary = standby;
        standby = old;
        standbyThere = false;
        primary.place().addAddress(address, ONLY);
        network.forgetNeighbour(address);
    }

    /**
     * Commits from now on will be undone by {@link #goBackTo}.
     *
     * @return the name of this moment
     */
    String mark() throws SQLException {
        String name = "rewind-" + UUID.randomUUID();
        try (Connection connection = connect()) {
            access.text(connection, "SELECT pg_create_restore_point('" + name + "')::text");
        }
        return name;
    }

    /** Copies the primary's files, as a nightly job does, to where {@link #goBackTo} finds them. */
    void backUp() throws IOException, InterruptedException {
        primary.backUp(address, backup());
    }

    /** The primary runs again, whatever was done to it. */
    void revivePrimary() throws IOException, InterruptedException {
        primary.thaw();
        if (!primary.runs()) {
            primary.start();
        }
    }

    /** Both stop in order and start again. */
    void restart() throws IOException, InterruptedException {
        primary.stop();
        if (standbyThere) {
            standby.stop();
        }
        primary.start();
        if (standbyThere) {
            standby.start();
        }
    }

    /**
     * Stops both, and starts the primary from the backup and the archive as it was at that moment.
     *
     * @return when the old one stopped, by its own clock
     */
    Instant goBackTo(String point) throws IOException, SQLException, InterruptedException {
        standby.stop();
        standbyThere = false;
        Instant stopped = now();
        primary.stop();
        CommandLine.of("rm", "-rf", primary.data().toString()).run();
        CommandLine.of("mv", backup().toString(), primary.data().toString()).run();
        settings.write(primary.data());
        primary.start(new Role.RestoringTo(point));
        Patience.until(FOLLOWS_WITHIN, "the restored database is a primary", this::decides);
        settings.writeRole(primary.data(), new Role.Alone());
        return stopped;
    }

    /** Whether a code that is made now is as young as the code floor wants it. */
    boolean floorPassed() throws IOException {
        try (Connection connection = connect()) {
            return access.text(connection, FLOOR_PASSED).equals("true");
        } catch (SQLException e) {
            throw new IOException("the database does not tell its code floor: " + e.getMessage(), e);
        }
    }

    /** Whether the log is sealed up to now; {@code true} too where this version has no log. */
    boolean drained() throws IOException {
        try (Connection connection = connect()) {
            return access.text(connection, HAS_LOG).equals("false")
                    || access.text(connection, SEALED).equals("true");
        } catch (SQLException e) {
            throw new IOException("the database does not say how far its log is sealed: " + e.getMessage(), e);
        }
    }

    private boolean decides() {
        try (Connection connection = primary.connect("postgres")) {
            return access.text(connection, "SELECT pg_is_in_recovery()::text").equals("false");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Path backup() {
        return settings.archive().resolveSibling("backup");
    }
}
