package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.List;
import mo.farol.demo.state.StateFolder;

/** All commands there are. */
final class Commands {
    private Commands() {}

    static List<Command> in(StateFolder folder, PrintStream out, PrintStream err) {
        return List.of(
                new DemoCommand(folder, out),
                new CodeCommand(folder, out),
                new TerminalTokenCommand(folder, out),
                new ResidentTokenCommand(folder, out),
                new OperatorTokenCommand(folder, out),
                new PerfKitCommand(folder, out),
                new KitCommand(out),
                new StandInsCommand(out),
                new ImportCommand(folder, out, err),
                new SyntheticRegistryCommand(out),
                new GatewayCommand("serve", "Run a gateway by a configuration file", out, err),
                new GatewayCommand("migrate", "Bring a database to this version's tables", out, err),
                new GatewayCommand(
                        "raise-code-floor", "After a restore: accept this database as the arbiter", out, err),
                new GatewayCommand("restore", "After a restore that lost entries of the public log", out, err),
                new AuditCommand(folder, out, err),
                new GatewayCommand("keys", "Make a gateway's keys", out, err));
    }
}
