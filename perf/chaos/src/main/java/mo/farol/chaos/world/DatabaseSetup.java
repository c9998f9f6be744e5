package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the two servers of a world. */
final class DatabaseSetup {
    private final Plan plan;
    private final Layout layout;
    private final Network network;
    private final Owner owner;
    private final Secrets secrets;
    private final List<Disk> disks = new ArrayList<>();

    DatabaseSetup(Plan plan, Layout layout, Network network, Owner owner, Secrets secrets) {
        this.plan = plan;
        this.layout = layout;
        this.network = network;
        this.owner = owner;
        this.secrets = secrets;
    }

    /** What is mounted, to be unmounted at the end. */
    List<Disk> disks() {
        return disks;
    }

    /** Starts the first primary, with roles and without tables. */
    Database begin(Path roles) throws IOException, SQLException, InterruptedException {
        Access access = new Access(secrets.value("superuser"));
        PostgresSettings settings =
                new PostgresSettings(layout.archive(), passwords(), network.range(), plan.durable());
        Database database = new Database(
                network,
                network.address(Layout.MOVING),
                settings,
                access,
                plan.synchronousStandby(),
                server("postgres-a", Layout.FIRST_SERVER, settings, access),
                server("postgres-b", Layout.FIRST_SERVER + 1, settings, access));
        Path forInit = ownedByPostgres("superuser-for-initdb", secrets.value("superuser"));
        database.begin(forInit, roles, secrets.value("ddl"), secrets.value("app"));
        return database;
    }

    private PostgresServer server(String name, int host, PostgresSettings settings, Access access)
            throws IOException, InterruptedException {
        Optional<Disk> disk = Optional.empty();
        Path folder = layout.postgres().resolve(name);
        Files.createDirectories(folder);
        if (plan.powerCuts()) {
            Disk made = Disk.make(layout.postgres(), owner, name);
            disks.add(made);
            disk = Optional.of(made);
            folder = made.folder();
        }
        CommandLine.of("chown", "postgres:postgres", folder.toString()).run();
        return new PostgresServer(network.place(name, host), folder, disk, settings, access, layout.log(name));
    }

    private Path passwords() throws IOException, InterruptedException {
        return ownedByPostgres("pgpass", "*:*:*:*:" + secrets.value("superuser") + "\n");
    }

    private Path ownedByPostgres(String name, String text) throws IOException, InterruptedException {
        Path file = Files.createFile(
                layout.postgres().resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        CommandLine.of("chown", "postgres:postgres", file.toString()).run();
        return file;
    }
}
