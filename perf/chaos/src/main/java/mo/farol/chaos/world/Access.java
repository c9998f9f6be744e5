package mo.farol.chaos.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** How the harness itself reaches PostgreSQL: as the superuser. It never prints. */
final class Access {
    private final String password;

    Access(String password) {
        this.password = password;
    }

    Connection connect(String address, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresSettings.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", "farol,public");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address + ":" + PostgresSettings.PORT + "/" + database, properties);
    }

    /** The first column of the first row. */
    String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
