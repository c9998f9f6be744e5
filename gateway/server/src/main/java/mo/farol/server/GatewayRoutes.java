package mo.farol.server;

import io.vertx.core.Vertx;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.api.problem.Catalogue;
import mo.farol.core.challenge.ChallengeIssuer;
import mo.farol.core.challenge.ChallengeLife;
import mo.farol.core.verification.VerifyFlow;
import mo.farol.server.auth.Authority;
import mo.farol.server.auth.Scope;
import mo.farol.server.challenge.TerminalChallengeRoutes;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.TlsConfig;
import mo.farol.server.discovery.PublicDocuments;
import mo.farol.server.http.Routes;
import mo.farol.server.http.TerminalRoutes;
import mo.farol.server.keys.SigningKey;
import mo.farol.server.limits.RateLimits;
import mo.farol.server.log.LogRoutes;
import mo.farol.server.metrics.UnprovenTexts;
import mo.farol.server.receipt.ReceiptRoutes;
import mo.farol.server.receipt.ReceiptSigner;
import mo.farol.server.verification.VerificationRoutes;
import mo.farol.store.Store;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;

/**
 * Every operation of the gateway, in the order in which routes are tried: the sign-in, then what every terminal's request
 * passes, then the operations themselves.
 */
record GatewayRoutes(Authority authority, TerminalRoutes terminals, List<Routes> operations) {
    private static final long UNPROVEN_TOLD_EVERY_MILLIS = 60_000;

    /** @param people the operations of residents, operators and kiosks */
    static GatewayRoutes of(Grounds grounds, Store store, VerifyFlow flow, Catalogue catalogue, List<Routes> people) {
        GatewayConfig config = grounds.config();
        Authority authority = new Authority(
                grounds.crypto().crypto(),
                grounds.keys().accessTokens(),
                config.issuer(),
                store.terminals(),
                store.standings(),
                store.assertionJtis(),
                store.time());
        TerminalRoutes terminals = new TerminalRoutes(
                authority.requiring(Scope.VERIFY),
                authority.requiring(Scope.RECEIPTS),
                new RateLimits(config.limits()));
        List<Routes> operations = new ArrayList<>(operations(grounds, store, flow, catalogue));
        operations.addAll(people);
        return new GatewayRoutes(authority, terminals, List.copyOf(operations));
    }

    private static List<Routes> operations(Grounds grounds, Store store, VerifyFlow flow, Catalogue catalogue) {
        GatewayConfig config = grounds.config();
        TlsConfig tls = config.listener().tls();
        boolean mtls = tls != null && tls.clientCa() != null;
        ReceiptSigner receipts =
                new ReceiptSigner(config.issuer(), grounds.keys().receipts()::jws);
        Provider encryption = grounds.crypto().fallback() ? new BouncyCastleProvider() : Conscrypt.newProvider();
        UnprovenTexts unproven = new UnprovenTexts();
        grounds.vertx().setPeriodic(UNPROVEN_TOLD_EVERY_MILLIS, tick -> unproven.tell());
        return List.of(
                new PublicDocuments(grounds.keys(), config.issuer(), mtls, catalogue),
                new VerificationRoutes(
                        flow,
                        catalogue,
                        receipts,
                        encryption,
                        grounds.metrics().outcomes().and(unproven)),
                new ReceiptRoutes(store.accessLog(), receipts),
                new LogRoutes(store.logProofs()),
                new TerminalChallengeRoutes(challenges(grounds, store)));
    }

    private static ChallengeIssuer challenges(Grounds grounds, Store store) {
        SigningKey key = grounds.keys().challenges();
        return new ChallengeIssuer(
                new ChallengeIssuer.Ports(
                        store.terminals(), store.policyCatalogue(), store.terminalChallenges(), store.time()),
                new ChallengeMinter(ChallengeKeyId.of(key.publicKey()), key::sign),
                new ChallengeLife(Duration.ofSeconds(grounds.config().codes().challengeLifeSeconds())),
                new SecureRandom());
    }

    /** For one event loop. */
    List<Routes> on(Vertx vertx) {
        List<Routes> routes = new ArrayList<>(List.of(authority.tokenEndpoint(vertx), terminals));
        routes.addAll(operations);
        return routes;
    }
}
