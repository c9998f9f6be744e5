package mo.farol.server.config;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A YAML file and the environment. */
public final class ConfigFile {
    private ConfigFile() {}

    /** Fails with {@link InvalidConfig}. */
    public static Future<GatewayConfig> load(Vertx vertx, Path file, Map<String, String> environment) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return Future.failedFuture(new InvalidConfig(List.of(file + ": there is no such readable file")));
        }
        ConfigStoreOptions yaml = new ConfigStoreOptions()
                .setType("file")
                .setFormat("yaml")
                .setConfig(new JsonObject().put("path", file.toAbsolutePath().toString()));
        ConfigRetrieverOptions options =
                new ConfigRetrieverOptions().addStore(yaml).setIncludeDefaultStores(false);
        ConfigRetriever retriever = ConfigRetriever.create(vertx, options);
        return retriever
                .getConfig()
                .recover(broken -> Future.failedFuture(new InvalidConfig(List.of(file + ": is not YAML"))))
                .compose(values -> typed(values, environment))
                .eventually(retriever::close);
    }

    private static Future<GatewayConfig> typed(JsonObject values, Map<String, String> environment) {
        try {
            return Future.succeededFuture(ConfigReader.read(values, environment));
        } catch (InvalidConfig e) {
            return Future.failedFuture(e);
        }
    }
}
