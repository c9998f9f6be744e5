package mo.farol.server.signin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mo.farol.server.config.ProviderConfig;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.jwks.Jwks;
import mo.farol.server.jwks.JwksTimes;
import mo.farol.server.jwks.KeySource;
import mo.farol.server.jwks.PatientKeys;
import mo.farol.server.outgoing.OutgoingTls;

/** Reads a provider's keys for the first time; a provider that starts beside the gateway is given a while. */
final class ProviderStart {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final OutgoingTls tls;
    private final JwksTimes times;
    private final long giveUpAt;

    /** @param unknownEvery unknown key ids make a provider's keys be read anew at most that often */
    ProviderStart(Vertx vertx, SignInConfig config, Duration unknownEvery) {
        this.vertx = vertx;
        this.tls = new OutgoingTls(Optional.ofNullable(config.rootCertificate()), Optional.empty());
        this.times = new JwksTimes(
                Duration.ofSeconds(config.keyRefreshSeconds()),
                Duration.ofSeconds(config.keyLongestAgeSeconds()),
                unknownEvery);
        this.giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(config.startWaitSeconds());
    }

    /** Fails with {@link ProviderUnusable}. */
    Future<PatientKeys> keys(ProviderConfig provider) {
        return attempt(provider, FIRST_PAUSE).map(keys -> new PatientKeys(vertx, keys, times.unknownEvery()));
    }

    private Future<Jwks> attempt(ProviderConfig provider, Duration pause) {
        KeySource source = provider.keys()
                .map(url -> KeySource.url(vertx, url, tls))
                .orElseGet(() -> KeySource.discovered(vertx, provider.issuer(), tls));
        return Jwks.start(new Jwks.Setting(
                        vertx, provider.issuer(), source, provider.algorithm(), times, System::nanoTime))
                .recover(why -> System.nanoTime() + pause.toNanos() > giveUpAt
                        ? Future.failedFuture(new ProviderUnusable(provider.issuer(), why))
                        : vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS)
                                .compose(waited -> attempt(provider, longer(pause))));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
}
