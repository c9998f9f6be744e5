package mo.farol.store.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.store.StoreConfig;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.migration.Migrations;
import org.jspecify.annotations.Nullable;

/** A fresh, migrated database on a durable server, with a key store; made in a moment from a template. */
public final class TestDatabase implements AutoCloseable {
    /** Synthetic: guards nothing but a key store in a temporary directory. */
    public static final String KEY_STORE_PASSWORD = "test-key-store";

    private static final String TEMPLATE = "farol_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<TestServer, Boolean> PREPARED = new ConcurrentHashMap<>();

    private final TestServer server;
    private final String name;
    private final Path keyStore;

    private TestDatabase(TestServer server, String name, Path keyStore) {
        this.server = server;
        this.name = name;
        this.keyStore = keyStore;
    }

    public static TestDatabase create() {
        return create(TestServer.usual());
    }

    public static TestDatabase create(TestServer server) {
        PREPARED.computeIfAbsent(server, TestDatabase::prepare);
        String name = "farol_test_" + NUMBER.incrementAndGet();
        try (Connection connection = superuser(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
            Path keyStore = Files.createTempDirectory("farol-keys").resolve("at-rest.p12");
            AtRestKeys.create(keyStore, KEY_STORE_PASSWORD, new SecureRandom());
            return new TestDatabase(server, name, keyStore);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application's way in, with the production's life and tolerance of codes. */
    public StoreConfig config() {
        return config(server.port());
    }

    /** @param port of a proxy in front of the server */
    public StoreConfig config(int port) {
        return config(port, StoreConfig.CODE_LIFE);
    }

    public StoreConfig config(int port, Duration codeLife) {
        return new StoreConfig(
                "127.0.0.1",
                port,
                name,
                "farol_app",
                "",
                null,
                4,
                keyStore,
                KEY_STORE_PASSWORD,
                codeLife,
                StoreConfig.CLOCK_TOLERANCE,
                false);
    }

    public int port() {
        return server.port();
    }

    public String jdbcUrl() {
        return jdbcUrl(server, name);
    }

    /** A connection that may do everything, in the tables' schema. */
    public Connection superuser() throws SQLException {
        Connection connection = superuser(server, name);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = farol");
        }
        return connection;
    }

    /** Runs statements as the superuser. */
    public void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as the superuser. */
    public long number(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #number}, of a text; null is null. */
    public @Nullable String text(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (Connection connection = superuser(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean prepare(TestServer server) {
        try (Connection connection = superuser(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + TEMPLATE);
            Migrations.prepare(jdbcUrl(server, TEMPLATE), "postgres", "");
            Migrations.run(jdbcUrl(server, TEMPLATE), "farol_ddl", "");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection superuser(TestServer server, String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(server, database), "postgres", "");
    }

    private static String jdbcUrl(TestServer server, String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }
}
