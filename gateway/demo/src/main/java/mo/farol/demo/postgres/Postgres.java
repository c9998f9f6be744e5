package mo.farol.demo.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server on the loopback address, durable and with passwords, as a child process. */
public final class Postgres implements AutoCloseable {
    /** The superuser that owns the server. */
    public static final String SUPERUSER = "postgres";

    private static final Duration START_WITHIN = Duration.ofSeconds(30);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final PostgresProgram program;
    private final Path data;
    private final int port;
    private final String password;
    private final Process server;

    private Postgres(PostgresProgram program, Path data, int port, String password, Process server) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts a server, making its database cluster first if {@code data} is not there; returns when it answers.
     *
     * @param passwordFile the superuser's password
     * @param log where the server writes
     */
    public static Postgres start(
            PostgresProgram program, Path data, int port, Path passwordFile, Optional<PostgresTls> tls, Path log)
            throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(program, data, passwordFile, log);
        }
        Process server = new ProcessBuilder(program.command("postgres", arguments(data, port, tls)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Postgres postgres = new Postgres(program, data, port, Files.readString(passwordFile), server);
        postgres.awaitAnswer(log);
        return postgres;
    }

    private static void initialise(PostgresProgram program, Path data, Path passwordFile, Path log)
            throws IOException, InterruptedException {
        Process initdb = new ProcessBuilder(program.command(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (initdb.waitFor() != 0) {
            throw new IOException("PostgreSQL could not make its data folder; see " + log);
        }
    }

    private static String[] arguments(Path data, int port, Optional<PostgresTls> tls) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "max_connections=100",
                "password_encryption=scram-sha-256",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0"));
        tls.ifPresent(files -> settings.addAll(List.of(
                "ssl=on",
                "ssl_min_protocol_version=TLSv1.3",
                "ssl_cert_file=" + files.certificate(),
                "ssl_key_file=" + files.key())));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments.toArray(String[]::new);
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!answers()) {
            if (server.waitFor(30, TimeUnit.MILLISECONDS) || System.nanoTime() - deadline > 0) {
                server.destroyForcibly();
                throw new IOException("PostgreSQL did not start; see " + log);
            }
        }
    }

    private boolean answers() {
        try (Connection connection = connect(SUPERUSER, password, "postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A connection on the loopback address; TLS when the server has it. */
    public Connection connect(String user, String userPassword, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", userPassword);
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("sslmode", "prefer");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /** Names the server and the database, and nobody. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as the superuser. */
    public Connection superuser(String database) throws SQLException {
        return connect(SUPERUSER, password, database);
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return server.toHandle();
    }

    /** Ends the server and all its workers as a power cut would: nothing is flushed that was not. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> workers = server.descendants().toList();
        server.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        server.waitFor();
        workers.forEach(worker -> worker.onExit().join());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!server.isAlive()) {
            return;
        }
        Process stop = new ProcessBuilder(
                        program.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-s", "-t", "10"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        stop.waitFor();
        if (!server.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }
}
