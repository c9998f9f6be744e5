package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system in a file, whose power can be cut: what it was not told to keep is gone then. (ext4's own shutdown,
 * without writing its journal, is what file systems are tested by.)
 *
 * @param image the file
 * @param folder where it is mounted
 */
record Disk(Path image, Path folder) {
    private static final String SIZE = "4G";

    /** {@code EXT4_IOC_SHUTDOWN} with {@code NOLOGFLUSH}, by the one program on every Debian that has ioctl. */
    private static final String SHUTDOWN = "my $how = pack('L', 2); open(my $f, '<', $ARGV[0]) or die \"$!\\n\";"
            + " ioctl($f, 0x8004587d, $how) or die \"$!\\n\"";

    /** Makes and mounts one. @param name of the server that it is for */
    static Disk make(Path folder, Owner owner, String name) throws IOException, InterruptedException {
        Disk disk = new Disk(folder.resolve(name + ".img"), folder.resolve("disk-" + owner.tag() + "-" + name));
        Files.createDirectories(disk.folder);
        CommandLine.of("truncate", "-s", SIZE, disk.image.toString()).run();
        CommandLine.of("mkfs.ext4", "-q", "-F", disk.image.toString()).run();
        disk.mount();
        return disk;
    }

    void mount() throws IOException, InterruptedException {
        CommandLine.of("mount", "-o", "loop", image.toString(), folder.toString())
                .run();
    }

    /** Keeps all that is on it now. */
    void sync() throws IOException, InterruptedException {
        CommandLine.of("sync", "-f", folder.toString()).run();
    }

    /** At once: everything that uses it fails from now on. */
    void cutPower() throws IOException, InterruptedException {
        CommandLine.of("perl", "-e", SHUTDOWN, folder.toString()).run();
    }

    /** Nothing may use it. */
    void unmount() throws IOException, InterruptedException {
        CommandLine.of("umount", folder.toString()).run();
    }
}
