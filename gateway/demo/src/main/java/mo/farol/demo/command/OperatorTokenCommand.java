package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignedIn;
import mo.farol.demo.state.StateFolder;

/** Signs a DSI officer in at the stand-in and prints the access token. */
final class OperatorTokenCommand implements Command {
    private final StateFolder folder;
    private final PrintStream out;

    OperatorTokenCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "operator-token";
    }

    @Override
    public String summary() {
        return "Print an access token of an officer of the running demo";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol operator-token [--role ROLE] [--officer N]

                Signs an officer of the running demo in at the sign-in stand-in and prints the access
                token, which lives for ten minutes.

                  --role ROLE     counter_officer, registry_officer or auditor (counter_officer)
                  --officer N     1 or 2: some things need two officers (1)
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--role", "--officer"), Set.of());
        OperatorRole role = role(options.value("--role").orElse(OperatorRole.COUNTER_OFFICER.label()));
        int officer = options.number("--officer", options.value("--officer").orElse("1"), 1, 2);
        RunningDemo demo = RunningDemo.in(folder);
        out.println(demo.token(SignedIn.Account.operator(role, officer)));
        return 0;
    }

    private static OperatorRole role(String label) throws UsageError {
        return Arrays.stream(OperatorRole.values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UsageError("--role is "
                        + Arrays.stream(OperatorRole.values())
                                .map(OperatorRole::label)
                                .collect(Collectors.joining(", "))
                        + ", not " + label));
    }
}
