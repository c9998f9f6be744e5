package mo.farol.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.keys.Digests;

/**
 * Checks people's access tokens for one API, and remembers those that held by their SHA-256, never by their text. What is
 * remembered holds until its own end and only while the key that proved it is still published. A signature is checked on
 * the event loop, once per token: by RSA with 2048 bits that takes about 70 microseconds of a processor, by ES256 less.
 */
final class PersonTokens {
    private static final int REMEMBERED = 20_000;

    private final Map<String, ProviderTokens> providers;
    private final Cache<ByteBuffer, ProviderTokens.Proven> proven =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param providers by issuer */
    PersonTokens(Map<String, ProviderTokens> providers) {
        this.providers = Map.copyOf(providers);
    }

    /**
     * Fails with {@link NotAccepted}, with {@code JwksUnusable} when that cannot be told now, and with
     * {@code RequestRefused} when too many others wait to be told.
     *
     * @param nowSeconds by the database's clock
     */
    Future<PersonToken> check(String text, long nowSeconds) {
        ByteBuffer name = ByteBuffer.wrap(Digests.sha256(text.getBytes(StandardCharsets.ISO_8859_1)));
        ProviderTokens.Proven known = proven.getIfPresent(name);
        return known == null ? prove(name, text, nowSeconds) : recheck(name, known, nowSeconds);
    }

    private Future<PersonToken> prove(ByteBuffer name, String text, long nowSeconds) {
        try {
            return provider(UnverifiedIssuer.of(text)).prove(text, nowSeconds).map(fresh -> {
                proven.put(name, fresh);
                return fresh.token();
            });
        } catch (NotAccepted e) {
            return Future.failedFuture(e);
        }
    }

    private Future<PersonToken> recheck(ByteBuffer name, ProviderTokens.Proven known, long nowSeconds) {
        if (known.token().expiresAt() <= nowSeconds) {
            return forget(name, "exp is past");
        }
        try {
            return provider(known.token().issuer())
                    .stillStands(known)
                    .compose(stands -> stands
                            ? Future.succeededFuture(known.token())
                            : forget(name, "the provider withdrew the key"));
        } catch (NotAccepted e) {
            return Future.failedFuture(e);
        }
    }

    private Future<PersonToken> forget(ByteBuffer name, String why) {
        proven.invalidate(name);
        return Future.failedFuture(new NotAccepted(why));
    }

    private ProviderTokens provider(String issuer) throws NotAccepted {
        ProviderTokens provider = providers.get(issuer);
        if (provider == null) {
            throw new NotAccepted("iss is not a provider's");
        }
        return provider;
    }
}
