package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What both servers of a world are told.
 *
 * @param archive the folder that finished pieces of the log are copied to
 * @param passwords in the form of PostgreSQL's own password file
 * @param range the net that may connect
 */
record PostgresSettings(Path archive, Path passwords, String range, boolean durable) {
    static final String SUPERUSER = "postgres";
    static final String STANDBY = "standby";
    static final int PORT = 5432;

    /** Writes what a server reads when it starts: settings, and who may connect how. */
    void write(Path data) throws IOException {
        Files.write(data.resolve("postgresql.conf"), settings());
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all all " + range + " scram-sha-256\nhost replication all " + range + " scram-sha-256\n");
    }

    private List<String> settings() {
        return List.of(
                "listen_addresses='*'",
                "port=" + PORT,
                "unix_socket_directories=''",
                "fsync=" + (durable ? "on" : "off"),
                "full_page_writes=on",
                "synchronous_commit=on",
                "max_connections=120",
                "shared_buffers=64MB",
                "wal_level=replica",
                "max_wal_senders=8",
                "hot_standby=on",
                "wal_keep_size=256MB",
                "wal_sender_timeout=5s",
                "wal_receiver_timeout=5s",
                "wal_retrieve_retry_interval=200ms",
                "archive_mode=on",
                "archive_command='test -f " + archive + "/%f || cp %p " + archive + "/%f'",
                "restore_command='test -f " + archive + "/%f && cp " + archive + "/%f %p'",
                "password_encryption=scram-sha-256",
                "log_line_prefix='%m [%p] '",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0");
    }

    /** What changes while a server runs. */
    void writeRole(Path data, Role role) throws IOException {
        Files.writeString(data.resolve("postgresql.auto.conf"), text(role));
    }

    private String text(Role role) {
        return switch (role) {
            case Role.Alone _ -> "synchronous_standby_names = ''\n";
            case Role.Followed _ -> "synchronous_standby_names = '" + STANDBY + "'\n";
            case Role.Following(String primary) ->
                "primary_conninfo = 'host=" + primary + " port=" + PORT + " user=" + SUPERUSER + " passfile="
                        + passwords + " application_name=" + STANDBY + "'\n";
            case Role.RestoringTo(String point) ->
                "recovery_target_name = '" + point + "'\nrecovery_target_action = 'promote'\n";
        };
    }

    /** A server's part. */
    sealed interface Role {
        record Alone() implements Role {}

        /** Commits wait for the standby. */
        record Followed() implements Role {}

        /** @param primary its address */
        record Following(String primary) implements Role {}

        /** @param point a restore point's name */
        record RestoringTo(String point) implements Role {}
    }
}
