package mo.farol.server.eid;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.keys.Digests;
import mo.farol.server.signin.OperatorRole;
import mo.farol.server.signin.SignedInOperator;
import mo.farol.server.signin.SignedInResident;

/**
 * Sign-in by tokens that say plainly who it is: {@code resident:7:strong}, {@code operator:ana:counter_officer},
 * {@code terminal:kiosk-1}. Each API takes its own kind only.
 */
public final class FakeSignIn {
    public static final String STEP_UP =
            "Bearer error=\"insufficient_user_authentication\", acr_values=\"strong\", max_age=300";

    /** An account that belongs to no resident. */
    public static final String UNLINKED = "resident:0:strong";

    private FakeSignIn() {}

    /** As a real one, a digest of who signed in. */
    public static byte[] session(long resident) {
        return Digests.sha256(ByteBuffer.allocate(Long.BYTES).putLong(resident).array());
    }

    public static String weak(long resident) {
        return "resident:" + resident + ":weak";
    }

    public static String strong(long resident) {
        return "resident:" + resident + ":strong";
    }

    public static String operator(String name, OperatorRole... roles) {
        return "operator:" + name + ":"
                + Arrays.stream(roles).map(OperatorRole::label).collect(Collectors.joining("+"));
    }

    public static String terminal(String name) {
        return "terminal:" + name + ":";
    }

    public static Handler<RoutingContext> residents() {
        return ctx -> {
            if (("Bearer " + UNLINKED).equals(ctx.request().getHeader(HttpHeaders.AUTHORIZATION))) {
                ctx.fail(new RequestRefused(ProblemCode.ACCOUNT_NOT_LINKED));
                return;
            }
            enter(
                    ctx,
                    "resident",
                    parts -> new SignedInResident(new Caller(
                                    Long.parseLong(parts[1]),
                                    session(Long.parseLong(parts[1])),
                                    Channel.APP,
                                    parts[2].equals("strong")))
                            .enter(ctx));
        };
    }

    public static Handler<RoutingContext> stepUp() {
        return ctx -> ctx.fail(new RequestRefused(ProblemCode.INSUFFICIENT_USER_AUTHENTICATION, STEP_UP));
    }

    public static Handler<RoutingContext> operators() {
        return ctx -> enter(
                ctx,
                "operator",
                parts -> new SignedInOperator(new OperatorCaller(parts[1]), roles(parts[2])).enter(ctx));
    }

    public static Handler<RoutingContext> terminals() {
        return ctx -> enter(
                ctx,
                "terminal",
                parts -> ctx.put(SignedInTerminal.class.getName(), new TerminalIdentity(5, 3, parts[1])));
    }

    private static void enter(RoutingContext ctx, String kind, Consumer<String[]> enter) {
        Optional<String[]> parts = Optional.ofNullable(ctx.request().getHeader(HttpHeaders.AUTHORIZATION))
                .map(header -> header.replace("Bearer ", "").split(":", -1))
                .filter(found -> found.length == 3 && found[0].equals(kind));
        if (parts.isEmpty()) {
            ctx.fail(new RequestRefused(ProblemCode.INVALID_TOKEN));
        } else {
            enter.accept(parts.get());
            ctx.next();
        }
    }

    private static Set<OperatorRole> roles(String names) {
        return Arrays.stream(names.split("\\+"))
                .filter(name -> !name.isEmpty())
                .map(name -> OperatorRole.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
