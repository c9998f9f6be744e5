package mo.farol.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    Path folder;

    @Test
    void endsWhatAnEarlierRunLeft() throws IOException {
        Process child = new ProcessBuilder("sleep", "600").start();
        new Children(folder.resolve("children")).add(child);
        assertThat(new Children(folder.resolve("children")).endLeftovers()).isEqualTo(1);
        assertThat(child.isAlive()).isFalse();
        assertThat(new Children(folder.resolve("children")).endLeftovers()).isZero();
    }

    @Test
    void leavesAloneWhoeverHasTheNumberNow() throws IOException {
        Files.write(folder.resolve("children"), List.of(ProcessHandle.current().pid() + " 1", "not a line"));
        assertThat(new Children(folder.resolve("children")).endLeftovers()).isZero();
    }

    @Test
    void endsWhatAChildStarted() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & sleep 600").start();
        List<ProcessHandle> below = List.of();
        while (below.size() < 2 && shell.isAlive()) {
            below = shell.descendants().toList();
        }
        Children.end(shell.toHandle());
        assertThat(below).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }
}
