package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;

/** The gateway's import; without a configuration, into the demo that runs here. */
final class ImportCommand implements Command {
    private final StateFolder folder;
    private final GatewayCommand gateway;

    ImportCommand(StateFolder folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.gateway = new GatewayCommand("import", "Load the civil registry from a file", out, err);
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public String summary() {
        return gateway.summary();
    }

    @Override
    public String help() {
        return """
                Usage: ./farol import FILE [--config FILE] [--report FILE] [--restart]

                Loads residents and guardianships of the civil registry; docs/import.md describes the file.
                An import that was cut off goes on where its last commit was.

                  FILE            ends in .ndjson, .jsonl or .csv, or that and .gz
                  --config FILE   a gateway's configuration; without it, that of the running demo
                  --report FILE   lists the rejected rows by line and reason (FILE.rejected.csv)
                  --restart       begin at the file's start even if an import of it was cut off

                Status: 0 every row is loaded, 1 some were rejected or it failed, 2 the command was wrong.
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        if (arguments.contains("--config")) {
            return gateway.run(arguments);
        }
        if (DemoSummary.ofRunning(folder).isEmpty()) {
            throw new PlainFailure("no demo is running here; start one with ./farol demo, or give --config FILE");
        }
        List<String> whole = new ArrayList<>(arguments);
        whole.addAll(List.of("--config", folder.gatewayConfig(1).toString()));
        return gateway.run(whole);
    }
}
