package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL server: its place, its files, its process. */
final class PostgresServer {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    private final Place place;
    private final Path folder;
    private final Optional<Disk> disk;
    private final PostgresSettings settings;
    private final Access access;
    private final Path log;
    private @Nullable Process server;

    /**
     * @param folder of the data folder; the user postgres can write there
     * @param disk cut when the server is killed
     */
    PostgresServer(Place place, Path folder, Optional<Disk> disk, PostgresSettings settings, Access access, Path log) {
        this.place = place;
        this.folder = folder;
        this.disk = disk;
        this.settings = settings;
        this.access = access;
        this.log = log;
    }

    Place place() {
        return place;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Runs one of PostgreSQL's programs to its end, in this place. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        command(program, List.of(arguments)).run();
    }

    private CommandLine command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(
                List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--no-new-privs"));
        words.add(Prerequisites.POSTGRES.resolve(program).toString());
        words.addAll(arguments);
        return place.inside(CommandLine.of(words.toArray(String[]::new))
                .with(java.util.Map.of("PGPASSFILE", settings.passwords().toString())));
    }

    void initialise(Path superuserPassword) throws IOException, InterruptedException {
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + PostgresSettings.SUPERUSER,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--wal-segsize=4",
                "--no-sync");
        settings.write(data());
    }

    /** Takes over the files of a running server. */
    void copy(PostgresServer from) throws IOException, InterruptedException {
        backUp(from.place.address(), data());
        settings.write(data());
    }

    /** Copies a running server's files into a folder, which is emptied. */
    void backUp(String address, Path into) throws IOException, InterruptedException {
        CommandLine.of("rm", "-rf", into.toString()).run();
        run(
                "pg_basebackup",
                "--pgdata=" + into,
                "--host=" + address,
                "--port=" + PostgresSettings.PORT,
                "--username=" + PostgresSettings.SUPERUSER,
                "--no-password",
                "--checkpoint=fast",
                "--wal-method=stream",
                "--no-sync");
    }

    /** Starts in this part, and waits until it answers. */
    void start(PostgresSettings.Role role) throws IOException, InterruptedException {
        settings.writeRole(data(), role);
        mark("standby.signal", role instanceof PostgresSettings.Role.Following);
        mark("recovery.signal", role instanceof PostgresSettings.Role.RestoringTo);
        start();
    }

    /** Starts in the part that it last had. */
    void start() throws IOException, InterruptedException {
        Process started = command("postgres", List.of("-D", data().toString())).start(log);
        server = started;
        Patience.until(STARTS_WITHIN, place.name() + " answers; see " + log, () -> {
            if (!started.isAlive()) {
                throw new IOException(place.name() + " did not start; see " + log);
            }
            return answers();
        });
    }

    private void mark(String name, boolean wanted) throws IOException, InterruptedException {
        Path file = data().resolve(name);
        Files.deleteIfExists(file);
        if (wanted) {
            Files.createFile(file);
            CommandLine.of("chown", "postgres:postgres", file.toString()).run();
        }
    }

    /** Takes this part from now on, without a restart. */
    void become(PostgresSettings.Role role) throws IOException, SQLException {
        settings.writeRole(data(), role);
        try (Connection connection = connect("postgres")) {
            access.text(connection, "SELECT pg_reload_conf()::text");
        }
    }

    /** Whether {@link #kill} takes away more than the processes. */
    boolean losesPower() {
        return disk.isPresent();
    }

    /** What is on its disk stays, also after {@link #kill}. */
    void keepDisk() throws IOException, InterruptedException {
        if (disk.isPresent()) {
            disk.get().sync();
        }
    }

    boolean runs() {
        return server != null && server.isAlive();
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** As the superuser, at this server's own address. */
    Connection connect(String database) throws SQLException {
        return access.connect(place.address(), database);
    }

    /** Stops in order, without waiting for clients. */
    void stop() throws IOException, InterruptedException {
        Process running = server;
        if (running == null || !running.isAlive()) {
            return;
        }
        thaw();
        // SIGINT is the fast shutdown.
        Signals.send("INT", running.pid());
        if (!running.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            place.killAll();
        }
        Patience.until(
                STOPS_WITHIN,
                "the processes of " + place.name() + " end",
                () -> place.processes().isEmpty());
    }

    /** Ends all of its processes at once. */
    void kill() throws IOException, InterruptedException {
        if (disk.isPresent()) {
            disk.get().cutPower();
        }
        place.signal("KILL", parent());
        place.killAll();
        if (disk.isPresent()) {
            disk.get().unmount();
            disk.get().mount();
        }
    }

    void freeze() throws IOException, InterruptedException {
        place.signal("STOP", parent());
    }

    void thaw() throws IOException, InterruptedException {
        place.signal("CONT", List.of());
    }

    /** The one that starts the others. */
    private List<Long> parent() {
        return server == null ? List.of() : List.of(server.pid());
    }

    /** Makes a standby a primary, and waits until it is one. */
    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "promote", "-D", data().toString(), "-t", "30");
    }
}
