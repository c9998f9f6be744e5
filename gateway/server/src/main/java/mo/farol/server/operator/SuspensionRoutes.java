package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Nothing;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;

/** Stops terminals, institutions and means, and lets them go on. */
final class SuspensionRoutes implements Routes {
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern CLIENT_ID = Pattern.compile("[!-~]{1,128}");

    private final Enrolments enrolments;
    private final OnceAnswered once;

    SuspensionRoutes(Enrolments enrolments, OnceAnswered once) {
        this.enrolments = enrolments;
        this.once = once;
    }

    /**
     * One kind of thing that can be suspended.
     *
     * @param find by its name in the address; empty: there is none
     */
    private record Kind<T>(
            Function<String, Future<Optional<T>>> find,
            Function<T, Long> row,
            Suspending suspending,
            Function<T, Object> body) {}

    @FunctionalInterface
    private interface Suspending {
        Future<Void> set(long row, boolean suspended, OperatorCaller by);
    }

    @Override
    public void mount(Router router) {
        mount(
                router,
                "/operator/v1/terminals/:name",
                new Kind<>(
                        this::terminal,
                        RegisteredTerminal::row,
                        enrolments::suspendTerminal,
                        ShownEnrolments::terminal));
        mount(
                router,
                "/operator/v1/institutions/:name",
                new Kind<>(
                        name -> byRow(name, enrolments::institution),
                        RegisteredName::row,
                        enrolments::suspendInstitution,
                        ShownEnrolments::institution));
        mount(
                router,
                "/operator/v1/means/:name",
                new Kind<>(
                        name -> byRow(name, enrolments::means),
                        RegisteredName::row,
                        enrolments::suspendMeans,
                        ShownEnrolments::means));
    }

    private <T> void mount(Router router, String path, Kind<T> kind) {
        router.post(path + "/suspend")
                .handler(OperatorGuards.REGISTRY)
                .handler(Answering.by(ctx -> set(ctx, kind, true)));
        router.post(path + "/resume")
                .handler(OperatorGuards.REGISTRY)
                .handler(Answering.by(ctx -> set(ctx, kind, false)));
    }

    private Future<Optional<RegisteredTerminal>> terminal(String name) {
        return CLIENT_ID.matcher(name).matches() ? enrolments.terminal(name) : Future.succeededFuture(Optional.empty());
    }

    private static Future<Optional<RegisteredName>> byRow(
            String name, Function<Long, Future<Optional<RegisteredName>>> find) {
        return ROW.matcher(name).matches()
                ? find.apply(Long.parseLong(name))
                : Future.succeededFuture(Optional.empty());
    }

    private <T> Future<Reply> set(RoutingContext ctx, Kind<T> kind, boolean suspended) throws RequestRefused {
        String name = ctx.pathParam("name");
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        Nothing.in(ctx);
        return once.answer(
                RequestKeys.ofOperator(ctx),
                () -> found(kind, name)
                        .compose(there -> kind.suspending().set(kind.row().apply(there), suspended, operator))
                        .compose(done -> found(kind, name))
                        .map(there -> Reply.ok(kind.body().apply(there))));
    }

    private static <T> Future<T> found(Kind<T> kind, String name) {
        return kind.find()
                .apply(name)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND))));
    }
}
