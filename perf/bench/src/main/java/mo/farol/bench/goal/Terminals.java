package mo.farol.bench.goal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.bench.world.Deployment;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalClient;

/** A deployment's terminals, signed in whenever their tokens get old. */
final class Terminals {
    /** Of the ten minutes that a token lives; what is left must be enough for the longest step. */
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private final Deployment deployment;
    private List<String> tokens = List.of();
    private long fetched;

    Terminals(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Access tokens, the same terminal's in the same place each time. */
    List<String> tokens() throws IOException, InterruptedException {
        if (tokens.isEmpty() || System.nanoTime() - fetched > USED_FOR.toNanos()) {
            List<String> fresh = new ArrayList<>();
            for (KitTerminal terminal : deployment.kit().terminals()) {
                fresh.add(token(terminal));
            }
            tokens = fresh;
            fetched = System.nanoTime();
        }
        return tokens;
    }

    /** A file with one a line. */
    Path file() throws IOException, InterruptedException {
        return Files.write(deployment.folder().resolve("tokens.txt"), tokens());
    }

    private String token(KitTerminal terminal) throws IOException, InterruptedException {
        try (TerminalClient client = new TerminalClient(
                terminal.key(),
                deployment.kit().issuer(),
                new GatewayAddresses(deployment.addresses()),
                Transport.plain(HttpClient.Version.HTTP_1_1),
                "en")) {
            return client.accessToken();
        } catch (SignInRefused e) {
            throw new IOException("a terminal was not let in: " + e.getMessage(), e);
        }
    }
}
