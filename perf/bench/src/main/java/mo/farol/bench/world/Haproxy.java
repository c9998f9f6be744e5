package mo.farol.bench.world;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mo.farol.bench.mint.BearerTokens;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Cpu;
import mo.farol.bench.process.Patience;
import mo.farol.bench.process.Ports;
import mo.farol.bench.process.Programs;
import mo.farol.token.crypto.Crypto;

/** The peer: HAProxy that checks an ES256 signature and keeps a stick table of what it has seen, nothing else. */
public final class Haproxy {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final BearerTokens tokens;
    private final Path folder;

    private Haproxy(Process process, int port, BearerTokens tokens, Path folder) {
        this.process = process;
        this.port = port;
        this.tokens = tokens;
        this.folder = folder;
    }

    /** Starts it; it ends with the run. @throws PeerMissing when it is not installed */
    public static Haproxy start(Ground ground, Crypto crypto) throws PeerMissing, IOException, InterruptedException {
        Path program = Programs.find("haproxy")
                .orElseThrow(() -> new PeerMissing("haproxy is not installed (Debian's package haproxy)"));
        Path folder = Files.createDirectories(ground.folder().resolve("haproxy"));
        BearerTokens tokens = new BearerTokens(crypto);
        tokens.writeKey(folder.resolve("key.pem"));
        int port = Ports.free();
        Path config = ground.product().home().resolve("perf/bench/haproxy.cfg");
        Path log = folder.resolve("haproxy.log");
        // In the foreground, so that it is this process's child and is ended with it.
        Process process = ground.children()
                .add(CommandLine.of(program.toString(), "-db", "-f", config.toString())
                        .with(Map.of("PEER_DIR", folder.toString(), "PEER_PORT", Integer.toString(port)))
                        .start(log));
        ground.closing().add(() -> Children.end(process.toHandle()));
        Patience.until(STARTS_WITHIN, LOOK, "HAProxy listens; see " + log, () -> {
            if (!process.isAlive()) {
                throw new IOException("HAProxy did not start; see " + log);
            }
            return listens(port);
        });
        return new Haproxy(process, port, tokens, folder);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Makes so many fresh tokens. @return a file with one a line */
    public Path mint(int count) throws IOException {
        Path file = folder.resolve("tokens.txt");
        tokens.write(file, count);
        return file;
    }

    /** Microseconds of CPU until now. */
    public long micros() throws IOException {
        return Cpu.micros(process.toHandle());
    }
}
