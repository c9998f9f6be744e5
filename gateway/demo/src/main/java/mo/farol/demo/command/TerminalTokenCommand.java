package mo.farol.demo.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.demo.state.StateFolder;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalClient;

/** Signs a demo terminal in and prints its access token. */
final class TerminalTokenCommand implements Command {
    private static final String FIRST = "counter-1";

    private final StateFolder folder;
    private final PrintStream out;

    TerminalTokenCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "terminal-token";
    }

    @Override
    public String summary() {
        return "Print an access token of a terminal of the running demo";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol terminal-token [--terminal NAME]

                Signs a terminal of the running demo in with its own key and prints its access token,
                which lives for ten minutes.

                  --terminal NAME   as .farol/demo.json lists them (counter-1)
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--terminal"), Set.of());
        String name = options.value("--terminal").orElse(FIRST);
        RunningDemo demo = RunningDemo.in(folder);
        KitTerminal terminal = demo.kit()
                .terminal(name)
                .orElseThrow(() -> new UsageError("there is no terminal " + name + "; there are "
                        + demo.kit().terminals().stream().map(KitTerminal::name).collect(Collectors.joining(", "))));
        try (TerminalClient client = new TerminalClient(
                terminal.key(),
                demo.kit().issuer(),
                new GatewayAddresses(demo.kit().gateways()),
                Transport.plain(HttpClient.Version.HTTP_1_1),
                "en")) {
            out.println(client.accessToken());
            return 0;
        } catch (SignInRefused | IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
    }
}
