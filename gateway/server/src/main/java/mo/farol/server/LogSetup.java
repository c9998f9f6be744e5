package mo.farol.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Supplier;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.server.config.LogConfig;
import mo.farol.store.accesslog.seal.LogFigures;
import mo.farol.store.accesslog.witness.FileWitness;
import mo.farol.store.accesslog.witness.LogSettings;

/** From the gateway's configuration to the sealing of the public log, and its figures. */
final class LogSetup {
    private LogSetup() {}

    static LogSettings of(Vertx vertx, LogConfig config, LogKey key) {
        List<Witness> witnesses = config.witnessFiles().stream()
                .<Witness>map(file -> new FileWitness(vertx, file, config.name(), key))
                .toList();
        return new LogSettings(config.name(), key, witnesses);
    }

    static void register(MeterRegistry registry, Supplier<LogFigures> figures) {
        Gauge.builder("farol.log.size", () -> figures.get().size())
                .description("Entries of the public log")
                .register(registry);
        Gauge.builder("farol.log.published", () -> figures.get().published())
                .description("Entries under the newest signed checkpoint")
                .register(registry);
        Gauge.builder("farol.log.oldest.unsealed", () -> figures.get().oldestMillis())
                .description("Age of the oldest record that is not in the public log")
                .baseUnit("milliseconds")
                .register(registry);
    }
}
