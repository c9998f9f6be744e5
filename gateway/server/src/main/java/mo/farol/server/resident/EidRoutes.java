package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.resident.BindingList;
import mo.farol.api.resident.EidList;
import mo.farol.core.resident.ResidentViews;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.ShownBindings;
import mo.farol.server.eid.ShownEids;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;

/** {@code GET /resident/v1/e-ids} and the bindings that one of them ever had. */
final class EidRoutes implements Routes {
    private final ResidentViews views;

    EidRoutes(ResidentViews views) {
        this.views = views;
    }

    @Override
    public void mount(Router router) {
        router.get("/resident/v1/e-ids").handler(Answering.by(this::eids));
        router.get("/resident/v1/e-ids/:id/bindings").handler(Answering.by(this::bindings));
    }

    private Future<Reply> eids(RoutingContext ctx) throws RequestRefused {
        Query.of(ctx);
        return views.eids(SignedInResident.of(ctx).caller().resident())
                .map(eids -> Reply.ok(
                        new EidList(eids.stream().map(ShownEids::toResident).toList())));
    }

    private Future<Reply> bindings(RoutingContext ctx) throws RequestRefused {
        Query.of(ctx);
        return views.bindings(SignedInResident.of(ctx).caller().resident(), Handles.inPath(ctx, "id"))
                .compose(found -> found.map(bindings -> Future.succeededFuture(Reply.ok(new BindingList(
                                bindings.stream().map(ShownBindings::of).toList()))))
                        .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND))));
    }
}
