package mo.farol.demo.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come as a Maven artifact, unpacked. They are run directly, because the embedding library
 * starts a server without fsync, without passwords and without TLS.
 */
public final class PostgresProgram {
    private final Path folder;

    private PostgresProgram(Path folder) {
        this.folder = folder;
    }

    /** Unpacks into {@code folder} unless that was done before. */
    public static PostgresProgram in(Path folder) throws IOException {
        Path done = folder.resolve("unpacked");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            unpack(folder);
            Files.createFile(done);
        }
        return new PostgresProgram(folder);
    }

    /**
     * A command line for one of the programs. PostgreSQL refuses to run as root, so root steps into a user namespace
     * where it is nobody; files stay its own.
     */
    public List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = PostgresProgram.class.getResourceAsStream(archive())) {
            if (packed == null) {
                throw new IOException("no PostgreSQL for this machine: " + archive() + " is not on the class path");
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry outside the archive's folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String archive() {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-" + machine + ".txz";
    }
}
