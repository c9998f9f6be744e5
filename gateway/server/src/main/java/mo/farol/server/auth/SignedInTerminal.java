package mo.farol.server.auth;

import io.vertx.ext.web.RoutingContext;
import mo.farol.core.terminal.TerminalIdentity;

/** The terminal whose access token came with the request. */
public final class SignedInTerminal {
    private static final String KEY = SignedInTerminal.class.getName();

    private SignedInTerminal() {}

    /** @throws IllegalStateException on a route that does not require a token */
    public static TerminalIdentity of(RoutingContext ctx) {
        TerminalIdentity terminal = ctx.get(KEY);
        if (terminal == null) {
            throw new IllegalStateException("the route does not require a signed-in terminal");
        }
        return terminal;
    }

    static void set(RoutingContext ctx, TerminalIdentity terminal) {
        ctx.put(KEY, terminal);
    }
}
