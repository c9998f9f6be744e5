package mo.farol.server.proof.assertion;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.VerifyingKey;
import mo.farol.server.proof.ProofRefused;
import mo.farol.token.crypto.Crypto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks who signed an assertion, for whom and when: whatever the providers have in common. */
public final class AssertionReader {
    private static final Logger LOG = LoggerFactory.getLogger(AssertionReader.class);

    private final Map<String, Provider> providers;
    private final String audience;
    private final Duration oldest;
    private final DatabaseTime time;
    private final Crypto crypto;

    /**
     * @param providers by {@code iss}
     * @param audience this gateway's issuer
     * @param oldest how long ago an assertion may have been issued
     */
    public AssertionReader(
            Map<String, Provider> providers, String audience, Duration oldest, DatabaseTime time, Crypto crypto) {
        this.providers = Map.copyOf(providers);
        this.audience = audience;
        this.oldest = oldest;
        this.time = time;
        this.crypto = crypto;
    }

    /** @return fails with {@link ProofRefused}, or with {@link ArbiterUnreachable} when time or keys cannot be had */
    Future<Envelope> read(String compactJws) {
        try {
            CompactJws jws = CompactJws.parse(compactJws, algorithms());
            Envelope envelope = Envelope.check(new StrictClaims(jws.claims()), audience, oldest, now());
            String kid = jws.keyId().orElseThrow(() -> new NotAccepted("kid is missing"));
            return provider(envelope, jws)
                    .keys()
                    .key(kid)
                    .recover(AssertionReader::notNow)
                    .compose(key -> key.map(found -> verified(jws, found, envelope))
                            .orElseGet(() -> refused(new NotAccepted("the provider has no key of this kid"))));
        } catch (NotAccepted e) {
            return refused(e);
        } catch (DatabaseTime.UncertainTime e) {
            return Future.failedFuture(new ArbiterUnreachable("the database's time is not known"));
        }
    }

    /** Whoever waits for a key among too many is told so; anything else is that the keys cannot be had. */
    private static <T> Future<T> notNow(Throwable why) {
        return Future.failedFuture(
                why instanceof RequestRefused ? why : new ArbiterUnreachable("a provider's keys cannot be had", why));
    }

    private Set<JwsAlgorithm> algorithms() {
        EnumSet<JwsAlgorithm> algorithms = EnumSet.noneOf(JwsAlgorithm.class);
        providers.values().forEach(provider -> algorithms.add(provider.algorithm()));
        return algorithms;
    }

    private Instant now() throws DatabaseTime.UncertainTime {
        return Instant.ofEpochMilli(time.millis());
    }

    private Provider provider(Envelope envelope, CompactJws jws) throws NotAccepted {
        Provider provider = providers.get(envelope.issuer());
        if (provider == null || provider.algorithm() != jws.algorithm()) {
            throw new NotAccepted("iss is no provider, or one that signs by another algorithm");
        }
        return provider;
    }

    private Future<Envelope> verified(CompactJws jws, VerifyingKey key, Envelope envelope) {
        try {
            jws.verify(crypto, key);
            return Future.succeededFuture(envelope);
        } catch (NotAccepted e) {
            return refused(e);
        }
    }

    /** The caller gets one answer for all; the reason, which repeats nothing of the assertion, is for the operator. */
    static <T> Future<T> refused(NotAccepted why) {
        LOG.info("an assertion was refused: {}", why.getMessage());
        return Future.failedFuture(new ProofRefused(BindingRefusal.ASSERTION_INVALID));
    }
}
