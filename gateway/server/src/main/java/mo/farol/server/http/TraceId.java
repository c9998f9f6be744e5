package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names each request by a W3C trace id: the caller's, when its {@code traceparent} is well-formed, else a fresh one. The
 * answer carries it in {@code traceparent}.
 */
public final class TraceId implements Handler<RoutingContext> {
    static final String HEADER = "traceparent";
    private static final String KEY = TraceId.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    /** Unpredictable enough to be unique; nothing is kept secret by it. */
    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HEX.formatHex(id);
    }

    @Override
    public void handle(RoutingContext ctx) {
        String trace = fromCaller(ctx.request().getHeader(HEADER));
        ctx.put(KEY, trace);
        ctx.response().putHeader(HEADER, "00-" + trace + "-" + random(8) + "-00");
        ctx.next();
    }

    private static String fromCaller(@Nullable String header) {
        if (header == null || header.length() != 55) {
            return random(16);
        }
        var matcher = TRACEPARENT.matcher(header);
        return matcher.matches() ? matcher.group(1) : random(16);
    }

    /** 32 lower-case hex digits. */
    public static String of(RoutingContext ctx) {
        String known = ctx.get(KEY);
        return known == null ? random(16) : known;
    }
}
