package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs root, as the harness does. */
class DiskTest {
    @TempDir
    Path folder;

    @Test
    void losesWhatWasNotSyncedWhenThePowerIsCut() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Disk disk = Disk.make(folder, Owner.self(), "test");
        try {
            Path kept = disk.folder().resolve("kept");
            Files.writeString(kept, "synced");
            disk.sync();
            Files.writeString(disk.folder().resolve("lost"), "not synced");
            append(kept, " and more");
            disk.cutPower();
            assertThatThrownBy(() -> Files.writeString(disk.folder().resolve("late"), "no"))
                    .isInstanceOf(IOException.class);
        } finally {
            disk.unmount();
        }
        disk.mount();
        try {
            assertThat(disk.folder().resolve("kept")).hasContent("synced");
            assertThat(disk.folder().resolve("lost")).doesNotExist();
        } finally {
            disk.unmount();
        }
    }

    private static void append(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }
}
