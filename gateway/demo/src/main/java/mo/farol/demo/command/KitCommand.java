package mo.farol.demo.command;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.world.StoreKit;
import mo.farol.server.config.ConfigFile;
import mo.farol.server.config.GatewayConfig;

/** Enters synthetic residents and terminals into an empty deployment's database, and writes their keys. */
final class KitCommand implements Command {
    private static final int MOST = 100_000;

    private final PrintStream out;

    KitCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "kit";
    }

    @Override
    public String summary() {
        return "Fill an empty synthetic database for tests under load, write the keys to a file";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol kit --config GATEWAY.yaml --residents N --out FILE

                Enters two institutions with eight terminals, and N synthetic residents with a phone and a
                linked account each, straight into the migrated and empty database that the configuration
                names; no gateway has to run. Refused unless the configuration says synthetic: true.

                  --config FILE   a gateway's configuration
                  --residents N   1 to 100000
                  --out FILE      the kit: terminals' and phones' private keys, readable by its owner only
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--config", "--residents", "--out"), Set.of());
        int residents = options.number("--residents", 1, MOST);
        Path kit = Path.of(options.required("--out")).toAbsolutePath();
        if (Files.isDirectory(kit) || !Files.isDirectory(kit.resolveSibling("."))) {
            throw new PlainFailure("cannot write a kit to " + kit);
        }
        try {
            new StoreKit(config(Path.of(options.required("--config"))))
                    .enter(residents)
                    .write(kit);
        } catch (StoreKit.NotSynthetic e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        } catch (Waiting.StoreFailed e) {
            throw new PlainFailure(e.reason());
        }
        out.println(residents + " residents entered; " + kit);
        return 0;
    }

    private static GatewayConfig config(Path file) throws PlainFailure, InterruptedException, Waiting.StoreFailed {
        Vertx vertx = Vertx.vertx();
        try {
            return Waiting.on(ConfigFile.load(vertx, file, System.getenv()));
        } catch (Waiting.StoreFailed e) {
            throw new PlainFailure(e.reason());
        } finally {
            Waiting.on(vertx.close());
        }
    }
}
