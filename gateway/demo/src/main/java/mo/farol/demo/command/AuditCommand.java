package mo.farol.demo.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;

/** The gateway's audit; without a log of its own, that of the demo that runs here. */
final class AuditCommand implements Command {
    private final StateFolder folder;
    private final GatewayCommand gateway;

    AuditCommand(StateFolder folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.gateway = new GatewayCommand("audit", "Check the whole public log, a receipt or a proof", out, err);
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
                Usage: ./farol audit verify [--log DIR | --config FILE] [--key FILE] [--checkpoint FILE]
                                            [--proof FILE] [--receipt FILE --receipt-keys JWKS]
                       ./farol audit export [--config FILE] --out DIR

                verify checks every entry of the public log against its record, the tree over them, its
                signature, and older checkpoints; it names the first entry that is not what it says.
                docs/access-log.md tells how outsiders check it with tools of their own.

                  --log DIR          an export; nothing else is needed, no network either
                  --config FILE      a gateway's configuration: its database and its witnesses; without it,
                                     those of the running demo
                  --key FILE         the log's public key, if not the export's own
                  --checkpoint FILE  checkpoints that somebody kept: a witness's file, or a single one
                  --receipt FILE     a receipt, or the answer that it came in: its signature is checked, and
                                     that its record is in the log
                  --receipt-keys JWKS  a JWK Set by which the gateway signs and signed receipts: its
                                     /.well-known/jwks.json, kept. With --config or the demo, those of the
                                     gateway's key files, if it is not given
                  --proof FILE       an answer of /log/proof/... or /resident/v1/access-records/.../proof

                Status: 0 the log is what it says, 1 it could not be read, 2 the command was wrong, 3 it is not.
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        boolean named = arguments.contains("--config") || arguments.contains("--log") || arguments.contains("--key");
        if (named || arguments.isEmpty()) {
            return gateway.run(arguments);
        }
        if (DemoSummary.ofRunning(folder).isEmpty()) {
            throw new PlainFailure("no demo is running here; start one with ./farol demo, or give --log or --config");
        }
        List<String> whole = new ArrayList<>(arguments);
        whole.addAll(List.of("--config", folder.gatewayConfig(1).toString()));
        return gateway.run(whole);
    }
}
