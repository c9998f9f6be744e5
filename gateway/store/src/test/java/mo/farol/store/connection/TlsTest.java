package mo.farol.store.connection;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mo.farol.store.Store;
import mo.farol.store.StoreConfig;
import mo.farol.store.testing.SelfSigned;
import mo.farol.store.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that lets the application in by TLS and SCRAM-SHA-256, as in production. */
class TlsTest {
    private static final String PASSWORD = "synthetic-test-password";

    private final Vertx vertx = Vertx.vertx();
    private TestDatabase database;
    private SelfSigned server;
    private Path hbaFile;
    private String hba;

    @TempDir
    Path directory;

    @BeforeEach
    void serveTls() throws IOException {
        database = TestDatabase.create();
        Path data = Path.of(text("SHOW data_directory"));
        server = SelfSigned.forAddress(directory.resolve("server"), "127.0.0.1");
        server.install(data);
        hbaFile = Path.of(text("SHOW hba_file"));
        hba = Files.readString(hbaFile);
        Files.writeString(hbaFile, "hostssl all farol_app 127.0.0.1/32 scram-sha-256\n" + hba);
        database.execute("ALTER ROLE farol_app PASSWORD '" + PASSWORD + "'");
        database.execute("ALTER SYSTEM SET ssl = on");
        database.execute("SELECT pg_reload_conf()");
        Awaitility.await().until(() -> text("SHOW ssl").equals("on"));
    }

    @AfterEach
    void serveAsBefore() throws IOException {
        Files.writeString(hbaFile, hba);
        database.execute("ALTER SYSTEM RESET ssl");
        database.execute("ALTER ROLE farol_app PASSWORD NULL");
        database.execute("SELECT pg_reload_conf()");
        await(vertx.close());
        database.close();
    }

    @Test
    void opensByTlsAndPasswordWhenTheCertificateIsTheAuthoritysForThisHost() {
        Store store = await(Store.open(vertx, config("127.0.0.1", server.certificate(), PASSWORD)));
        assertThat(database.number("SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE usename = 'farol_app' AND datname = current_database() AND NOT ssl"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                        + " WHERE usename = 'farol_app' AND datname = current_database() AND version = 'TLSv1.3'"))
                .isPositive();
        await(store.close());
    }

    @Test
    void refusesAnotherAuthorityAnotherNameAndAWrongPassword() throws IOException {
        SelfSigned other = SelfSigned.forAddress(directory.resolve("other"), "127.0.0.1");
        assertRefused(config("127.0.0.1", other.certificate(), PASSWORD), "certificate that is not accepted");
        assertRefused(config("localhost", server.certificate(), PASSWORD), "certificate that is not accepted");
        assertRefused(config("127.0.0.1", server.certificate(), "wrong"), "28P01");
    }

    private void assertRefused(StoreConfig config, String why) {
        assertThatThrownBy(() -> await(Store.open(vertx, config)))
                .hasMessageContaining(why)
                .message()
                .doesNotContain(PASSWORD);
    }

    private StoreConfig config(String host, Path ca, String password) {
        StoreConfig of = database.config();
        return new StoreConfig(
                host,
                of.port(),
                of.database(),
                of.user(),
                password,
                ca,
                of.poolSize(),
                of.keyStore(),
                of.keyStorePassword(),
                of.codeLife(),
                of.clockTolerance(),
                false);
    }

    private String text(String sql) {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
