package mo.farol.server.verification;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mo.farol.api.problem.Catalogue;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.CodeWindow;
import mo.farol.core.verification.PublicKeys;
import mo.farol.core.verification.Verification;
import mo.farol.core.verification.VerificationLimits;
import mo.farol.core.verification.VerificationPorts;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.ListenerConfig;
import mo.farol.server.http.ApiListener;
import mo.farol.server.http.Routes;
import mo.farol.server.metrics.GatewayMetrics;
import mo.farol.server.receipt.ReceiptRoutes;
import mo.farol.server.receipt.ReceiptSigner;
import mo.farol.server.replay.CachedFacts;
import mo.farol.server.replay.ClusterNews;
import mo.farol.store.Store;
import mo.farol.store.StoreConfig;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;
import org.conscrypt.Conscrypt;

/** One gateway without its sign-in: the terminal is whom the header {@code Terminal} names. */
final class Node {
    final Store store;
    final ClusterNews news;
    final Verification verification;
    final int port;

    Node(Vertx vertx, StoreConfig database, Crypto crypto, KeyRing ring, Map<String, TerminalIdentity> terminals) {
        store = await(Store.open(vertx, database));
        news = new ClusterNews(new CachedFacts(store.policyCatalogue(), store.publicKeys(), store.standings()));
        verification = over(store.publicKeys(), crypto, ring);
        port = listen(vertx, terminals);
    }

    /** Another verification on this node's store. */
    Verification over(PublicKeys publicKeys, Crypto crypto, KeyRing ring) {
        VerificationPorts ports = new VerificationPorts(
                crypto,
                () -> ring,
                store.policyCatalogue(),
                publicKeys,
                store.time(),
                store.arbiter(),
                store.accessLog(),
                news);
        return new Verification(
                ports,
                CodeWindow.standard(),
                VerificationLimits.standard(),
                InstantSource.system(),
                System::nanoTime,
                new SecureRandom());
    }

    private int listen(Vertx vertx, Map<String, TerminalIdentity> terminals) {
        Catalogue catalogue = new Catalogue(Catalogue.DEFAULT_HELP_LINE);
        ReceiptSigner receipts = new ReceiptSigner("https://gateway.example", Node::unsigned);
        List<Routes> routes = List.of(
                router -> router.route("/v1/*").handler(ctx -> {
                    ctx.put(
                            SignedInTerminal.class.getName(),
                            terminals.get(ctx.request().getHeader("Terminal")));
                    ctx.next();
                }),
                new VerificationRoutes(
                        verification.flow(), catalogue, receipts, Conscrypt.newProvider(), (who, outcome) -> {}),
                new ReceiptRoutes(store.accessLog(), receipts));
        GatewayMetrics metrics = new GatewayMetrics();
        ListenerConfig listener = new ListenerConfig("127.0.0.1", 0, null);
        await(vertx.deployVerticle(
                new ApiListener(listener, LimitsConfig.DEFAULTS, catalogue, metrics, loop -> routes)));
        return metrics.port().join();
    }

    /** The gateway's real signature has tests of its own. */
    private static String unsigned(String type, byte[] payload) {
        return type + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }

    void close() {
        await(store.close());
    }
}
