package mo.farol.server.eid;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.http.IdempotencyKey;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.keys.Digests;
import mo.farol.server.signin.SignedInOperator;
import mo.farol.server.signin.SignedInResident;

/**
 * Names a request by who asks, what for and their {@code Idempotency-Key}, so that nobody's key meets anybody else's, nor
 * their own at another address.
 */
public final class RequestKeys {
    private RequestKeys() {}

    /** A resident's, whichever account and session it comes by: a sign-in in between does not make it another request. */
    public static RequestKey ofResident(RoutingContext ctx) throws RequestRefused {
        return of(ctx, "resident:" + SignedInResident.of(ctx).caller().resident());
    }

    public static RequestKey ofOperator(RoutingContext ctx) throws RequestRefused {
        return of(ctx, "operator:" + SignedInOperator.of(ctx).caller().pseudonym());
    }

    public static RequestKey ofTerminal(RoutingContext ctx) throws RequestRefused {
        return of(ctx, "terminal:" + SignedInTerminal.of(ctx).terminal());
    }

    private static RequestKey of(RoutingContext ctx, String who) throws RequestRefused {
        String route = ctx.request().method() + " " + ctx.normalizedPath();
        byte[] scope = digest(utf8(who), utf8(route), utf8(IdempotencyKey.of(ctx.request())));
        Buffer body = ctx.body().buffer();
        return new RequestKey(scope, digest(utf8(route), body == null ? new byte[0] : body.getBytes()));
    }

    /** Each part with its length, so that no two lists of parts are alike. */
    private static byte[] digest(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            all.writeBytes(part);
        }
        return Digests.sha256(all.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
