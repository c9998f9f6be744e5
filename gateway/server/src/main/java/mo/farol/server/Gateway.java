package mo.farol.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mo.farol.api.problem.Catalogue;
import mo.farol.core.verification.Verification;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.health.ManagementListener;
import mo.farol.server.health.Readiness;
import mo.farol.server.http.ApiListener;
import mo.farol.server.mail.NoticePost;
import mo.farol.server.replay.CachedFacts;
import mo.farol.server.replay.ClusterNews;
import mo.farol.server.replay.ReplayFigures;
import mo.farol.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway: everything wired by hand, here and nowhere else. */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final long REPEATS_EVERY_MILLIS = 5000;

    private final Grounds grounds;
    private final Store store;
    private final Opened opened;
    private final BindingSetup binding;
    private final ComingOfAge comingOfAge;
    private final Optional<NoticePost> mail;
    private final ClusterNews news;
    private final Verification verification;
    private final Readiness readiness;
    private final ManagementListener management;

    private Gateway(Grounds grounds, Opened opened) {
        this.grounds = grounds;
        this.opened = opened;
        this.store = opened.store();
        this.news = new ClusterNews(new CachedFacts(store.policyCatalogue(), store.publicKeys(), store.standings()));
        this.binding = new BindingSetup(grounds, opened, news);
        this.comingOfAge = new ComingOfAge(grounds.vertx(), binding.turningEighteen());
        this.mail = grounds.config()
                .mail()
                .map(settings -> NoticePost.of(
                        grounds.vertx(),
                        settings,
                        store.outbox(),
                        grounds.config().helpLine()));
        this.verification = VerificationSetup.of(grounds, store, news);
        ReplayFigures.register(grounds.metrics().registry(), verification.replays(), news);
        LogSetup.register(grounds.metrics().registry(), grounds.config().log(), store::logFigures);
        this.readiness = new Readiness(List.of(() -> store.readiness().problems()));
        this.management = new ManagementListener(grounds.config().management(), readiness, grounds.metrics()::text);
    }

    /**
     * Opens the store and reads whose signatures count, then opens the API, then the management port: whoever reaches that
     * can ask whether it is ready.
     */
    static Future<Gateway> start(Grounds grounds) {
        return Opened.on(grounds).compose(opened -> new Gateway(grounds, opened).listen());
    }

    private Future<Gateway> listen() {
        GatewayConfig config = grounds.config();
        Catalogue catalogue = new Catalogue(config.helpLine());
        GatewayRoutes routes = GatewayRoutes.of(grounds, store, verification.flow(), catalogue, binding.routes());
        Vertx vertx = grounds.vertx();
        DeploymentOptions eachLoop = new DeploymentOptions().setInstances(config.eventLoops());
        vertx.setPeriodic(REPEATS_EVERY_MILLIS, tick -> recordRepeats());
        return vertx.deployVerticle(
                        () -> new ApiListener(
                                config.listener(), config.limits(), catalogue, grounds.metrics(), routes::on),
                        eachLoop)
                .compose(deployed -> vertx.deployVerticle(management))
                .onSuccess(deployed -> {
                    joinTheOthers();
                    comingOfAge.start();
                    mail.ifPresent(NoticePost::start);
                })
                .map(deployed -> this);
    }

    /** No request waits for it, and a cluster that cannot be joined costs look-ups only. */
    private void joinTheOthers() {
        grounds.cluster()
                .ifPresent(settings -> news.join(grounds.vertx(), settings, verification.replays())
                        .onSuccess(joined -> news.health()
                                .ifPresent(health -> LOG.info("joined the cluster of {}", health.members())))
                        .onFailure(why -> LOG.error("stands alone, because it cannot join the cluster", why)));
    }

    private void recordRepeats() {
        verification
                .repeats()
                .recordDue()
                .onFailure(why -> LOG.warn("refused tries wait to be recorded: {}", why.getMessage()));
    }

    /** Where it listens, as one line for whoever started it. */
    String readyLine() {
        GatewayConfig config = grounds.config();
        String scheme = config.listener().tls() == null ? "http" : "https";
        return "{\"gateway\":\"listening\",\"api\":\"" + scheme + "://"
                + config.listener().host() + ":"
                + grounds.metrics().port().join() + "\",\"management\":\"http://"
                + config.management().host() + ":" + management.port().join() + "\"}";
    }

    /**
     * Says "not ready", waits until nobody sends requests, answers what there is, and closes. Vert.x is left to whoever
     * made it.
     */
    Future<Void> stop() {
        readiness.drain();
        Vertx vertx = grounds.vertx();
        Future<Void> drained = vertx.timer(Math.max(1, grounds.config().drainSeconds() * 1000L), TimeUnit.MILLISECONDS)
                .mapEmpty();
        return drained.compose(waited -> Future.all(vertx.deploymentIDs().stream()
                                .map(vertx::undeploy)
                                .toList())
                        .otherwiseEmpty())
                .compose(closed -> evenIfItFails(
                        "recording counted tries", verification.repeats().recordAll()))
                .compose(recorded -> evenIfItFails("leaving the cluster", news.leave(vertx)))
                .compose(left -> evenIfItFails("ending a pass", comingOfAge.stop()))
                .compose(left -> evenIfItFails(
                        "ending the mail", mail.map(NoticePost::stop).orElseGet(Future::succeededFuture)))
                .compose(left -> evenIfItFails(
                        "leaving the providers of proofs", opened.proofs().close()))
                .compose(left -> evenIfItFails(
                        "leaving the sign-in providers", opened.people().close()))
                .compose(left -> evenIfItFails("closing the store", store.close()));
    }

    private static Future<Void> evenIfItFails(String what, Future<?> step) {
        return step.<Void>mapEmpty().recover(why -> {
            LOG.warn("while stopping, {} failed", what, why);
            return Future.succeededFuture();
        });
    }
}
