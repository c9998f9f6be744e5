package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.resident.AccessRecordPage;
import mo.farol.api.resident.EventPage;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.resident.ResidentViews;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Reply;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.log.ProofReply;
import mo.farol.server.signin.SignedInResident;

/** {@code GET /resident/v1/access-records}, {@code /{id}/proof} and {@code /events}: who read what, and what was done. */
final class RecordRoutes implements Routes {
    private final ResidentViews views;
    private final LogProofs log;

    RecordRoutes(ResidentViews views, LogProofs log) {
        this.views = views;
        this.log = log;
    }

    @Override
    public void mount(Router router) {
        router.get("/resident/v1/access-records").handler(Answering.by(this::accessRecords));
        router.get("/resident/v1/access-records/:id/proof").handler(Answering.by(this::proof));
        router.get("/resident/v1/events").handler(Answering.by(this::events));
    }

    private Future<Reply> accessRecords(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        Query query = Query.of(ctx, "e_id", "after", "limit");
        return views.accessRecords(resident, query.handle("e_id"), query.handle("after"), query.limit())
                .map(page -> Reply.ok(new AccessRecordPage(
                        page.items().stream().map(ShownRecords::of).toList(),
                        page.next().orElse(null))));
    }

    private Future<Reply> proof(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        return log.ofResident(Handles.inPath(ctx, "id"), resident).compose(ProofReply::of);
    }

    private Future<Reply> events(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        Query query = Query.of(ctx, "e_id", "after", "limit");
        return views.events(resident, query.handle("e_id"), query.handle("after"), query.limit())
                .map(page -> Reply.ok(new EventPage(
                        page.items().stream()
                                .map(event -> ShownEvents.of(event, resident))
                                .toList(),
                        page.next().orElse(null))));
    }
}
