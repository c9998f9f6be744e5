package mo.farol.bench.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Patience;
import mo.farol.bench.process.Ports;

/** A PostgreSQL server on the loopback address, durable and with passwords, with the gateways' empty database. */
final class PostgresServer {
    static final String DATABASE = "farol";
    private static final String SUPERUSER = "postgres";
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "max_connections=100",
            "password_encryption=scram-sha-256",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0");

    private final Process process;
    private final int port;
    private final String password;

    private PostgresServer(Process process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Makes the files of a new server in {@code folder}, starts it, returns when it answers. */
    static PostgresServer start(PostgresPrograms programs, Path folder, Secrets secrets, Children children)
            throws IOException, InterruptedException {
        Path data = folder.resolve("pgdata");
        programs.command(
                        "initdb",
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secrets.file("superuser"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-sync")
                .run();
        int port = Ports.free();
        Path log = folder.resolve("postgres.log");
        Process process = children.add(serve(programs, data, port).start(log));
        PostgresServer server = new PostgresServer(process, port, secrets.value("superuser"));
        Patience.until(STARTS_WITHIN, LOOK, "PostgreSQL answers; see " + log, () -> {
            if (!process.isAlive()) {
                throw new IOException("PostgreSQL did not start; see " + log);
            }
            return server.answers();
        });
        return server;
    }

    private static CommandLine serve(PostgresPrograms programs, Path data, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return programs.command("postgres", arguments.toArray(String[]::new));
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A database and its roles, without tables. */
    void prepare(Path roles, Secrets secrets) throws SQLException, IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(roles, StandardCharsets.UTF_8));
            statement.execute("CREATE SCHEMA farol AUTHORIZATION farol_ddl");
            // Both are base64, so they need no quoting.
            statement.execute("ALTER ROLE farol_ddl PASSWORD '" + secrets.value("ddl") + "'");
            statement.execute("ALTER ROLE farol_app PASSWORD '" + secrets.value("app") + "'");
        }
    }

    /** As the superuser, to the gateways' database. */
    Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", "farol,public");
        properties.setProperty("connectTimeout", "3");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** In order, without waiting for clients. */
    void stop() throws IOException, InterruptedException {
        if (process.isAlive()) {
            // SIGINT is the fast shutdown.
            CommandLine.of("kill", "-INT", Long.toString(process.pid())).run();
            Children.end(process.toHandle());
        }
    }
}
