package mo.farol.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.server.audit.AuditJob;
import mo.farol.server.audit.AuditOrder;
import mo.farol.server.audit.ReceiptKeys;
import mo.farol.server.audit.RestoreJob;
import mo.farol.server.audit.RestoreOrder;
import mo.farol.server.config.ConfigFile;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.config.StoreSettings;
import mo.farol.server.importing.ImportJob;
import mo.farol.server.importing.ImportOrder;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.keys.KeysUnusable;
import mo.farol.server.metrics.GatewayMetrics;
import mo.farol.store.accesslog.restore.LogRestore;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.migration.Migrations;
import mo.farol.store.upkeep.CodeFloor;
import mo.farol.token.crypto.Crypto;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a command that reads the configuration, from the file to the exit status. */
final class Operation {
    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);

    private final Path file;
    private final PrintStream out;
    private final PrintStream err;
    private final GatewayMetrics metrics = new GatewayMetrics();
    private final Vertx vertx;

    Operation(Path file, PrintStream out, PrintStream err) {
        this.file = file;
        this.out = out;
        this.err = err;
        this.vertx = vertx(metrics);
    }

    private static Vertx vertx(GatewayMetrics metrics) {
        MicrometerMetricsOptions options = new MicrometerMetricsOptions()
                .setEnabled(true)
                .setLabels(EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME));
        EnumSet.complementOf(EnumSet.of(MetricsDomain.HTTP_SERVER, MetricsDomain.NAMED_POOLS))
                .forEach(options::addDisabledMetricsCategory);
        return Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true).setMetricsOptions(options))
                .withMetrics(new MicrometerMetricsFactory(metrics.registry()))
                .build();
    }

    /** Returns when the process is told to stop and has. */
    int serve() {
        return run(config -> {
            Gateway gateway = await(Gateway.start(Grounds.of(config, vertx, metrics)));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway, stopped), "stop"));
            out.println(gateway.readyLine());
            out.flush();
            stopped.await();
            return Main.OK;
        });
    }

    private void stop(Gateway gateway, CountDownLatch stopped) {
        try {
            await(gateway.stop());
            await(vertx.close());
        } catch (CompletionException e) {
            LOG.error("the gateway did not stop as it should", e.getCause());
        } finally {
            stopped.countDown();
        }
    }

    int migrate() {
        return run(config -> {
            StoreSettings store = config.store();
            if (store.ddlUser() == null || store.ddlPassword() == null) {
                throw new InvalidConfig(List.of("store.ddl_user, store.ddl_password: are needed to migrate"));
            }
            int ran = Migrations.run(
                    JdbcUrl.of(store), store.ddlUser(), store.ddlPassword().reveal());
            await(vertx.close());
            out.println("migrated: " + ran + " step(s) ran");
            return Main.OK;
        });
    }

    int raiseCodeFloor() {
        return run(config -> {
            await(CodeFloor.raise(vertx, StoreSetup.of(config)));
            await(vertx.close());
            out.println("raised: codes made until now are no longer accepted");
            return Main.OK;
        });
    }

    int importFile(ImportOrder order) {
        return run(config -> {
            boolean whole = new ImportJob(order, out, err, InstantSource.system()).run(vertx, StoreSetup.of(config));
            await(vertx.close());
            return whole ? Main.OK : Main.FAILED;
        });
    }

    /** On a gateway's database. */
    int audit(AuditOrder order) {
        return run(config -> {
            LogKey key = GatewayKeys.log(config.keys());
            ReceiptKeys receipts = ReceiptKeys.of(
                    GatewayKeys.receipts(config.keys(), Crypto.preferred().crypto()));
            boolean holds =
                    new AuditJob(order, out).onDatabase(vertx, StoreSetup.of(config), config.log(), key, receipts);
            await(vertx.close());
            return holds ? Main.OK : Main.NOT_WHAT_IT_SAYS;
        });
    }

    int restore(RestoreOrder order) {
        return run(config -> {
            LogSettings settings = LogSetup.of(vertx, config.log(), GatewayKeys.log(config.keys()));
            LogRestore restore = await(LogRestore.open(vertx, StoreSetup.of(config), settings));
            boolean done = new RestoreJob(order, settings, out).run(restore);
            await(restore.close());
            await(vertx.close());
            return done ? Main.OK : Main.USAGE;
        });
    }

    private int run(Work work) {
        try {
            return work.with(await(ConfigFile.load(vertx, file, System.getenv())));
        } catch (InvalidConfig e) {
            return end(Main.USAGE, e);
        } catch (KeysUnusable | FlywayException | IOException e) {
            return end(Main.FAILED, e);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return end(cause instanceof InvalidConfig ? Main.USAGE : Main.FAILED, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return end(Main.FAILED, e);
        }
    }

    private int end(int status, Throwable why) {
        err.println("farol: " + (why.getMessage() == null ? why.getClass().getName() : why.getMessage()));
        LOG.debug("why it ended", why);
        await(vertx.close());
        return status;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** What a command does with its configuration, up to its exit status. */
    private interface Work {
        int with(GatewayConfig config) throws InvalidConfig, KeysUnusable, IOException, InterruptedException;
    }
}
