package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.demo.state.StateFolder;

/** The program behind {@code ./farol}: finds the command, runs it, turns how it ended into an exit status. */
public final class Launcher {
    private static final int USAGE = 2;
    /** Built when they are first asked for; the launcher's script runs them, because they are no part of the product. */
    private static final List<String> HARNESSES = List.of(
            "",
            "For who works on Farol:",
            line("bench", "Measure CPU, latency and memory beside other systems on this machine"),
            line("chaos", "Break real processes under load, check every answer (as root)"),
            line("simulate", "Run whole deployments in one seeded thread"));

    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = commands;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(
                new Launcher(Commands.in(StateFolder.besideLauncher(), System.out, System.err), System.out, System.err)
                        .run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            err.print(overview());
            return USAGE;
        }
        String name = arguments.getFirst();
        if (HELP.contains(name)) {
            out.print(overview());
            return 0;
        }
        Optional<Command> command =
                commands.stream().filter(one -> one.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            err.println("farol: there is no command " + name);
            err.print(overview());
            return USAGE;
        }
        return run(command.get(), arguments.subList(1, arguments.size()));
    }

    private int run(Command command, List<String> arguments) {
        if (arguments.stream().anyMatch(argument -> argument.equals("--help") || argument.equals("-h"))) {
            out.print(command.help());
            return 0;
        }
        try {
            return command.run(arguments);
        } catch (UsageError e) {
            err.println("farol " + command.name() + ": " + e.getMessage());
            err.println("See ./farol " + command.name() + " --help");
            return USAGE;
        } catch (PlainFailure e) {
            err.println("farol " + command.name() + ": " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("farol " + command.name() + ": interrupted");
            return 1;
        } catch (Exception e) {
            err.println("farol " + command.name() + ": this is a fault of the program, please report it");
            e.printStackTrace(err);
            return 1;
        }
    }

    private String overview() {
        List<String> lines = new ArrayList<>(List.of("Usage: ./farol COMMAND [OPTIONS]", "", "Commands:"));
        commands.forEach(command -> lines.add(line(command.name(), command.summary())));
        lines.addAll(HARNESSES);
        lines.addAll(List.of("", "./farol COMMAND --help tells more about one.", ""));
        return String.join("\n", lines);
    }

    private static String line(String name, String summary) {
        return String.format("  %-20s%s", name, summary);
    }
}
