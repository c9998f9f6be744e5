package mo.farol.demo.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import mo.farol.demo.gateway.FreePorts;
import mo.farol.demo.postgres.Postgres;
import mo.farol.demo.postgres.PostgresProgram;
import mo.farol.demo.postgres.Roles;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.StateFolder;
import mo.farol.store.StoreConfig;

/** The demo's PostgreSQL, prepared and migrated. */
final class Database implements AutoCloseable {
    private static final int PORT = 5480;

    private final Postgres postgres;
    private final Secrets secrets;

    private Database(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    static Database start(StateFolder folder) throws IOException, InterruptedException {
        Secrets secrets = new Secrets(folder.secrets());
        Path log = folder.logs().resolve("postgres.log");
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        Postgres postgres = Postgres.start(
                PostgresProgram.in(folder.postgresProgram()),
                folder.postgresData(),
                FreePorts.near(PORT),
                secrets.file("postgres-superuser"),
                Optional.empty(),
                log);
        return new Database(postgres, secrets);
    }

    /** Roles and tables, as a step of its own with a role of its own. */
    void migrate() throws SQLException, IOException {
        Roles.prepare(
                postgres,
                secrets.value("postgres-superuser"),
                secrets.value("postgres-ddl"),
                secrets.value("postgres-app"));
    }

    StoreConfig store(Path keys) throws IOException {
        return DemoStore.loopback(
                postgres.port(),
                Roles.DATABASE,
                secrets.value("postgres-app"),
                keys.resolve("at-rest-keys.p12"),
                secrets.value("keys"));
    }

    Postgres postgres() {
        return postgres;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        postgres.close();
    }
}
