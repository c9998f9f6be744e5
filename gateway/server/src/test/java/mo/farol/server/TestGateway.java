package mo.farol.server;

import static mo.farol.server.testing.Awaiting.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.Registry;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.server.config.ConfigReader;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.NewKeyFiles;
import mo.farol.server.metrics.GatewayMetrics;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import mo.farol.token.CodeType;
import org.jspecify.annotations.Nullable;

/** A whole gateway on a fresh real database, with one institution, one terminal and one purpose. */
final class TestGateway implements AutoCloseable {
    static final String TERMINAL = "counter-1";
    static final String PURPOSE = "counter.identity";

    private static final Secret PASSWORD = new Secret("test-key-files");

    final TestDatabase database = TestDatabase.create();
    final GatewayConfig config;
    final Gateway gateway;
    final Store store;
    final TerminalKey terminal = newTerminalKey(TERMINAL);
    final long institution;
    final long means;
    final long terminalRow;
    final long purposeRow;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final JsonObject listening;

    TestGateway() throws Exception {
        this(values -> values);
    }

    /** @param change what this test configures otherwise */
    TestGateway(UnaryOperator<JsonObject> change) throws Exception {
        config = config(change);
        gateway = await(Gateway.start(Grounds.of(config, vertx, new GatewayMetrics())));
        listening = new JsonObject(gateway.readyLine());
        store = await(Store.open(vertx, StoreSetup.of(config)));
        Registry registry = store.registry();
        institution = await(registry.addInstitution(new NewInstitution("A public counter", null)));
        means = await(registry.addMeans("Scanner 1.0"));
        terminalRow = addTerminal(terminal, null);
        purposeRow = await(registry.addPurpose(new NewPurpose(PURPOSE, CodeType.EID, true, false, false)));
        await(registry.grant(institution, purposeRow, FieldSet.NAME_AND_PHOTO, false));
    }

    private GatewayConfig config(UnaryOperator<JsonObject> change)
            throws IOException, GeneralSecurityException, InvalidConfig {
        Path folder = Files.createTempDirectory("farol-gateway");
        KeysConfig keys = new NewKeyFiles(new SecureRandom(), Clock.systemUTC()).write(folder, PASSWORD, 1);
        String url = database.jdbcUrl();
        JsonObject values = new JsonObject()
                .put("profile", "demo")
                .put("issuer", "http://127.0.0.1:8080")
                .put("event_loops", 2)
                .put("limits", new JsonObject().put("lag_millis", 30_000))
                .put("listener", new JsonObject().put("port", 0))
                .put("management", new JsonObject().put("port", 0))
                .put(
                        "store",
                        new JsonObject()
                                .put("port", database.port())
                                .put(
                                        "database",
                                        url.substring(url.lastIndexOf('/') + 1).split("\\?")[0])
                                .put("password", ""))
                .put(
                        "keys",
                        new JsonObject()
                                .put("codes", keys.codes().toString())
                                .put("signing", keys.signing().toString())
                                .put("at_rest", keys.atRest().toString())
                                .put("password", PASSWORD.reveal()));
        return ConfigReader.read(change.apply(values), Map.of());
    }

    static TerminalKey newTerminalKey(String name) {
        try {
            return new TerminalKey(
                    name, new ECKeyGenerator(Curve.P_256).keyID(name).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    long addTerminal(TerminalKey key, @Nullable String certificateSha256) {
        ECKey publicKey = key.key().toPublicJWK();
        return await(store.registry()
                .addTerminal(
                        new NewTerminal(institution, means, key.name(), publicKey.toJSONString(), certificateSha256)));
    }

    URI api() {
        return URI.create(listening.getString("api"));
    }

    URI management() {
        return URI.create(listening.getString("management"));
    }

    @Override
    public void close() {
        await(store.close());
        await(gateway.stop());
        await(vertx.close());
        database.close();
    }
}
