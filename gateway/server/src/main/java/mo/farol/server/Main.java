package mo.farol.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mo.farol.server.audit.AuditJob;
import mo.farol.server.audit.AuditOrder;
import mo.farol.server.audit.RestoreOrder;
import mo.farol.server.command.Arguments;
import mo.farol.server.command.KeysCommand;
import mo.farol.server.command.UsageError;
import mo.farol.server.importing.ImportOrder;

/** The gateway's program. */
public final class Main {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_WHAT_IT_SAYS = 3;

    private static final String HELP = """
            usage: farol <command>

              serve --config FILE               run a gateway until it is told to stop
              migrate --config FILE             bring the database to this version's shape
              raise-code-floor --config FILE    after a restore or failover: accept this database as the arbiter,
                                                and no code made until now
              restore --config FILE [--log DIR] [--suspend-all] --confirm
                                                after a restore that lost entries of the public log: say what is
                                                lost, begin a new epoch, stop the bindings that may have changed
              audit verify --log DIR | --config FILE [--key FILE] [--checkpoint FILE] [--proof FILE]
                           [--receipt FILE --receipt-keys JWKS]
                                                check the whole public log, and a receipt or proof; receipt keys
                                                are the gateway's /.well-known/jwks.json, and not needed with
                                                --config
              audit export --config FILE --out DIR
                                                write the public log and its records for an audit elsewhere
              import FILE --config FILE [--report FILE] [--restart]
                                                load the civil registry from NDJSON or CSV (docs/import.md); goes
                                                on where an earlier import of the file was cut off, unless told
                                                to restart; status 1 also when rows were rejected
              keys init --out DIR --password-file FILE [--ticket-days N]
                                                make the key files of a new deployment
              keys add-log --signing FILE --password-file FILE
                                                add the public log's key to signing keys from before there was one
              keys add-tickets --codes FILE --password-file FILE [--ticket-days N]
                                                make the ticket keys that today and the days after it lack (8 days
                                                in all unless told otherwise), take out those of past days
              --help                            this text

            The configuration is YAML; docs/samples has samples. Environment variables FAROL_... override it.
            Status: 0 done, 1 it failed, 2 the command or the configuration was wrong, 3 the log is not what it says.
            """;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args), System.out, System.err));
    }

    /** Runs a command; {@code serve} returns when the gateway has stopped. */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            return command(words, out, err);
        } catch (UsageError e) {
            err.println("farol: " + e.getMessage() + "\nSee farol --help.");
            return USAGE;
        } catch (IOException e) {
            err.println("farol: " + e.getMessage());
            return FAILED;
        }
    }

    private static int command(List<String> words, PrintStream out, PrintStream err) throws UsageError, IOException {
        if (words.isEmpty()) {
            throw new UsageError("a command is missing");
        }
        if (words.contains("--help") || words.getFirst().equals("help")) {
            out.print(HELP);
            return OK;
        }
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "serve" -> {
                return new Operation(config(rest), out, err).serve();
            }
            case "migrate" -> {
                return new Operation(config(rest), out, err).migrate();
            }
            case "raise-code-floor" -> {
                return new Operation(config(rest), out, err).raiseCodeFloor();
            }
            case "restore" -> {
                RestoreOrder order = RestoreOrder.read(rest);
                return new Operation(order.config(), out, err).restore(order);
            }
            case "audit" -> {
                return audit(AuditOrder.read(rest), out, err);
            }
            case "import" -> {
                ImportOrder order = ImportOrder.read(rest);
                return new Operation(order.config(), out, err).importFile(order);
            }
            case "keys" -> {
                KeysCommand.run(rest, out);
                return OK;
            }
            default -> throw new UsageError("there is no command " + words.getFirst());
        }
    }

    private static int audit(AuditOrder order, PrintStream out, PrintStream err) throws IOException {
        if (order.config().isPresent()) {
            return new Operation(order.config().get(), out, err).audit(order);
        }
        return new AuditJob(order, out).offline() ? OK : NOT_WHAT_IT_SAYS;
    }

    private static Path config(List<String> words) throws UsageError {
        return Arguments.read(words, Set.of("--config")).path("--config");
    }
}
