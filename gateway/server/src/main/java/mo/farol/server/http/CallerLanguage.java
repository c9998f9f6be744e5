package mo.farol.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.problem.Language;

/** The language to answer in, once per request. */
public final class CallerLanguage {
    private static final String KEY = CallerLanguage.class.getName();

    private CallerLanguage() {}

    public static Language of(RoutingContext ctx) {
        Language known = ctx.get(KEY);
        if (known != null) {
            return known;
        }
        Language language = Language.negotiate(ctx.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ctx.put(KEY, language);
        return language;
    }

    /** As {@link #of}, and says so in {@code Content-Language}. */
    public static Language answeredIn(RoutingContext ctx) {
        Language language = of(ctx);
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return language;
    }
}
