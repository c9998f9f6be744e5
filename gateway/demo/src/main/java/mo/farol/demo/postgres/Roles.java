package mo.farol.demo.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mo.farol.store.migration.Migrations;

/** Prepares a server for gateways: a database, its roles with their passwords, its tables. */
public final class Roles {
    /** The database of the gateways. */
    public static final String DATABASE = "farol";

    private static final String DDL = "farol_ddl";
    private static final String APP = "farol_app";

    private Roles() {}

    /** Can be run again: sets the passwords anew and runs the migrations that are missing. */
    public static void prepare(Postgres postgres, String superuserPassword, String ddlPassword, String appPassword)
            throws SQLException {
        try (Connection connection = postgres.superuser("postgres")) {
            createDatabase(connection);
            Migrations.prepare(postgres.jdbcUrl(DATABASE), Postgres.SUPERUSER, superuserPassword);
            setPassword(connection, DDL, ddlPassword);
            setPassword(connection, APP, appPassword);
        }
        Migrations.run(postgres.jdbcUrl(DATABASE), DDL, ddlPassword);
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    return;
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (PreparedStatement quoted =
                connection.prepareStatement("SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)")) {
            quoted.setString(1, role);
            quoted.setString(2, password);
            try (ResultSet row = quoted.executeQuery();
                    Statement statement = connection.createStatement()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }
}
