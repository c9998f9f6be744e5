package mo.farol.store.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import mo.farol.store.connection.SqlText;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the shape this version needs. It is a step of its own, run before gateways start, by a role that
 * the gateways do not have.
 */
public final class Migrations {
    private static final String SCHEMA = "farol";

    private Migrations() {}

    /**
     * Prepares a server and a database, as a superuser: the roles {@code farol_ddl} and {@code farol_app} with their
     * limits, and an empty schema. May be run again. It sets no passwords.
     *
     * @param jdbcUrl of the database, {@code jdbc:postgresql://host:port/database}
     */
    public static void prepare(String jdbcUrl, String superuser, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, login(superuser, password));
                Statement statement = connection.createStatement()) {
            statement.execute(SqlText.of(Migrations.class, "roles.sql"));
            statement.execute("CREATE SCHEMA IF NOT EXISTS farol AUTHORIZATION farol_ddl");
        }
    }

    /**
     * Runs what is missing, as the owner of the schema.
     *
     * @param ddlUser {@code farol_ddl}
     * @return how many migrations ran
     * @throws org.flywaydb.core.api.FlywayException when one fails, or an applied one was changed
     */
    public static int run(String jdbcUrl, String ddlUser, String password) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(jdbcUrl, ddlUser, password)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                .locations("classpath:mo/farol/store/migration")
                .validateMigrationNaming(false)
                .cleanDisabled(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return login;
    }
}
