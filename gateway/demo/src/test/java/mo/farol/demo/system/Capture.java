package mo.farol.demo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Everything that goes over the loopback interface, in a file. */
final class Capture implements AutoCloseable {
    private static final Path TCPDUMP = Path.of("/usr/bin/tcpdump");

    private final Process tcpdump;
    private final Path file;

    private Capture(Process tcpdump, Path file) {
        this.tcpdump = tcpdump;
        this.file = file;
    }

    /** Skips the test where packets cannot be captured, but fails there when {@code CI} says it must run. */
    static Capture into(Path file) throws IOException {
        boolean able = Files.isExecutable(TCPDUMP) && "root".equals(System.getProperty("user.name"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(able).as("tcpdump, as root").isTrue();
        }
        assumeThat(able).as("a packet capture needs tcpdump and root").isTrue();
        Process tcpdump = new ProcessBuilder(
                        TCPDUMP.toString(),
                        "-i",
                        "lo",
                        "-s",
                        "0",
                        "-B",
                        "16384",
                        "-U",
                        "-Z",
                        "root",
                        "-w",
                        file.toString(),
                        "tcp")
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(tcpdump.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.contains("listening on")) {
            line = said.readLine();
        }
        assertThat(line).as("tcpdump listens").isNotNull();
        return new Capture(tcpdump, file);
    }

    /** What was captured so far. Packets reach the file as they come. */
    boolean holds(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Files.readAllBytes(file);
        for (int at = 0; at <= all.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && all[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    /** Everything that was captured so far, as tcpdump wrote it. */
    byte[] content() throws IOException {
        return Files.readAllBytes(file);
    }

    /** How many packets with content went to or from this port. */
    long packets(int port) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(List.of(
                        TCPDUMP.toString(), "-n", "-r", file.toString(), "tcp port " + port + " and greater 100"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().count();
        } finally {
            reader.waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        tcpdump.destroy();
        if (!tcpdump.waitFor(5, TimeUnit.SECONDS)) {
            tcpdump.destroyForcibly();
        }
    }
}
