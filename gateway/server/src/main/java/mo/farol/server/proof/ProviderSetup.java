package mo.farol.server.proof;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.server.config.AssertionProvider;
import mo.farol.server.jwks.Jwks;
import mo.farol.server.jwks.JwksTimes;
import mo.farol.server.jwks.KeySource;
import mo.farol.server.jwks.PatientKeys;
import mo.farol.server.outgoing.OutgoingTls;
import mo.farol.server.proof.assertion.Provider;

/** Reads providers' keys for the first time, and keeps what has to be closed. */
final class ProviderSetup {
    private final Vertx vertx;
    private final List<Proofs.Closing> open = new ArrayList<>();

    ProviderSetup(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @return by issuer; fails with {@link ProofsUnusable} when one has no usable key now */
    Future<Map<String, Provider>> open(List<AssertionProvider> providers, OutgoingTls tls) {
        List<Future<PatientKeys>> keys =
                providers.stream().map(each -> keys(each, tls)).toList();
        return Future.join(keys).map(all -> {
            Map<String, Provider> byIssuer = new LinkedHashMap<>();
            for (int i = 0; i < providers.size(); i++) {
                PatientKeys jwks = keys.get(i).result();
                byIssuer.put(
                        providers.get(i).issuer(), new Provider(providers.get(i).algorithm(), jwks::key));
            }
            return byIssuer;
        });
    }

    private Future<PatientKeys> keys(AssertionProvider provider, OutgoingTls tls) {
        KeySource source = provider.keysUrl()
                .map(url -> KeySource.url(vertx, url, tls))
                .orElseGet(() -> KeySource.file(vertx, provider.keysFile().orElseThrow()));
        Jwks.Setting setting = new Jwks.Setting(
                vertx, provider.issuer(), source, provider.algorithm(), JwksTimes.DEFAULTS, System::nanoTime);
        return Jwks.start(setting)
                .map(jwks -> new PatientKeys(vertx, jwks, setting.times().unknownEvery()))
                .onSuccess(keys -> closeLater(keys::close))
                .recover(why -> Future.failedFuture(new ProofsUnusable(
                        "no keys of the provider " + provider.issuer() + ": " + why.getMessage(), why)));
    }

    synchronized void closeLater(Proofs.Closing closing) {
        open.add(closing);
    }

    synchronized Future<Void> close() {
        List<Future<Void>> closed = open.stream().map(Proofs.Closing::close).toList();
        open.clear();
        return Future.join(closed).mapEmpty();
    }
}
