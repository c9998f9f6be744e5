package mo.farol.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {
    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void runOnceOnEveryServerAndHaveNothingLeftToDo(TestServer server) throws SQLException {
        try (TestDatabase database = TestDatabase.create(server)) {
            Migrations.prepare(database.jdbcUrl(), "postgres", "");
            assertThat(Migrations.run(database.jdbcUrl(), "farol_ddl", "")).isZero();
            assertThat(database.number("SELECT count(*) FROM flyway_schema_history WHERE success"))
                    .isGreaterThanOrEqualTo(3);
            assertThat(database.number("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'farol_%'"
                            + " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)"))
                    .isZero();
        }
    }
}
