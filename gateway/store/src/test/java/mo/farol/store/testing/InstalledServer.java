package mo.farol.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A PostgreSQL from the operating system's package. Run by root, it runs as the user {@code postgres}. */
final class InstalledServer implements TestServer {
    private static final Map<Path, InstalledServer> RUNNING = new ConcurrentHashMap<>();
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path bin;
    private final int port;

    private InstalledServer(Path bin, int port) {
        this.bin = bin;
        this.port = port;
    }

    /** @param bin the directory with {@code initdb} and {@code pg_ctl} */
    static InstalledServer at(Path bin) {
        return RUNNING.computeIfAbsent(bin, InstalledServer::start);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String toString() {
        return "PostgreSQL of " + bin;
    }

    private static InstalledServer start(Path bin) {
        try {
            Path home = Files.createTempDirectory("farol-postgres");
            if (ROOT) {
                run(List.of("chown", "postgres", home.toString()));
            }
            Path data = home.resolve("data");
            run(asPostgres(bin.resolve("initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", "" + data));
            int port = freePort();
            String options = "-p " + port + " -k " + home
                    + " -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=64MB";
            List<String> control = asPostgres(bin.resolve("pg_ctl"), "-D", "" + data, "-l", "" + home.resolve("log"));
            List<String> start = new ArrayList<>(control);
            start.addAll(List.of("-w", "-o", options, "start"));
            run(start);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(control, home)));
            return new InstalledServer(bin, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(List<String> control, Path home) {
        List<String> stop = new ArrayList<>(control);
        stop.addAll(List.of("-m", "immediate", "-w", "stop"));
        try {
            run(stop);
            run(List.of("rm", "-r", home.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> asPostgres(Path program, String... arguments) {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(program.toString());
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void run(List<String> command) throws IOException {
        Path output = Files.createTempFile("farol-postgres", ".out");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
