package mo.farol.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.server.config.LogConfig;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.witness.HttpWitness;
import mo.farol.store.accesslog.seal.LogFigures;
import mo.farol.store.accesslog.seal.WitnessFigures;
import mo.farol.store.accesslog.witness.FileWitness;
import mo.farol.store.accesslog.witness.LogSettings;

/** From the gateway's configuration to the sealing of the public log, and its figures. */
final class LogSetup {
    /** Of one request, whole. */
    private static final Duration WITNESS_DEADLINE = Duration.ofSeconds(3);

    private static final int LONGEST_ANSWER = 16_384;
    private static final int CONNECTIONS = 2;

    private LogSetup() {}

    static LogSettings of(Vertx vertx, LogConfig config, LogKey key) {
        List<Witness> witnesses = config.witnessFiles().stream()
                .<Witness>map(file -> new FileWitness(vertx, file, config.name(), key))
                .toList();
        List<Witness> outsiders = config.witnesses().stream()
                .<Witness>map(each -> new HttpWitness(
                        new OutgoingHttp(vertx, each.tls(), WITNESS_DEADLINE, LONGEST_ANSWER, CONNECTIONS),
                        each.url(),
                        each.key()))
                .toList();
        return new LogSettings(config.name(), key, witnesses, outsiders);
    }

    static void register(MeterRegistry registry, LogConfig config, Supplier<LogFigures> figures) {
        config.witnesses().forEach(each -> register(registry, each.key().name(), figures));
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

    private static void register(MeterRegistry registry, String witness, Supplier<LogFigures> figures) {
        gauge(witness, "farol.log.witness.cosigned", figures, WitnessFigures::cosigned)
                .description("Entries under the newest checkpoint that the witness cosigned, -1 before the first")
                .register(registry);
        gauge(witness, "farol.log.witness.behind", figures, WitnessFigures::behindMillis)
                .description("For how long the witness has lacked what is published")
                .baseUnit("milliseconds")
                .register(registry);
        gauge(witness, "farol.log.witness.disagrees", figures, each -> each.disagrees() ? 1 : 0)
                .description("1 while the witness has seen another log or a longer one, and nothing is sealed")
                .register(registry);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(
            String witness, String name, Supplier<LogFigures> figures, ToLongFunction<WitnessFigures> figure) {
        Supplier<Number> value = () -> figures.get().outsiders().stream()
                .filter(each -> each.name().equals(witness))
                .mapToLong(figure)
                .findFirst()
                .orElse(-1);
        return Gauge.builder(name, value).tag("witness", witness);
    }
}
