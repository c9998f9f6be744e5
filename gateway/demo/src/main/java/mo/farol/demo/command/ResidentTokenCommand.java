package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignedIn;
import mo.farol.demo.state.StateFolder;

/** Signs a demo resident in at the stand-in and prints the access token. */
final class ResidentTokenCommand implements Command {
    private static final List<SignInClient> CHANNELS =
            List.of(SignInClient.APP, SignInClient.ONE_ACCOUNT_WEB, SignInClient.DSI_WEB);

    private final StateFolder folder;
    private final PrintStream out;

    ResidentTokenCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "resident-token";
    }

    @Override
    public String summary() {
        return "Print an access token of a resident of the running demo";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol resident-token --resident N [--channel CHANNEL] [--step-up]

                Signs resident N of the running demo in at the sign-in stand-in and prints the access token,
                which lives for ten minutes.

                  --resident N        the resident's number, as .farol/demo.json lists them
                  --channel CHANNEL   app, one_account_web or dsi_web (app)
                  --step-up           with a second proof, as binding, resuming and unbinding need it
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--resident", "--channel"), Set.of("--step-up"));
        int n = options.number("--resident", 1, Integer.MAX_VALUE);
        SignInClient channel = channel(options.value("--channel").orElse(SignInClient.APP.label()));
        RunningDemo demo = RunningDemo.in(folder);
        int residents = demo.summary().residents().size();
        if (n > residents) {
            throw new UsageError("the demo has residents 1 to " + residents + ", not " + n);
        }
        SignedIn.Account account = SignedIn.Account.resident(n, channel);
        out.println(demo.token(options.flag("--step-up") ? account.steppedUp() : account));
        return 0;
    }

    private static SignInClient channel(String label) throws UsageError {
        return CHANNELS.stream()
                .filter(client -> client.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageError("--channel is "
                        + CHANNELS.stream().map(SignInClient::label).collect(Collectors.joining(", "))
                        + ", not " + label));
    }
}
