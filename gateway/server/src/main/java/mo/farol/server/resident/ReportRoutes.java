package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.resident.ReportAnswer;
import mo.farol.api.resident.ReportRequest;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.resident.Reports;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;

/** {@code POST /resident/v1/reports}: "this was not me". */
final class ReportRoutes implements Routes {
    /** Characters, of which some take two UTF-16 units. */
    private static final int LONGEST_TEXT = 1000;

    private final Reports reports;
    private final OnceAnswered once;

    ReportRoutes(Reports reports, OnceAnswered once) {
        this.reports = reports;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/reports").handler(Answering.by(this::report));
    }

    private Future<Reply> report(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        RequestKey key = RequestKeys.ofResident(ctx);
        ReportRequest json = Bodies.read(ctx, ReportRequest.class);
        UUID accessRecord = Handles.required(json.accessRecord());
        String text = Words.said(json.text(), 2 * LONGEST_TEXT);
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw Bodies.invalid();
        }
        return once.answer(
                key,
                () -> reports.add(resident, accessRecord, text)
                        .compose(made -> made.map(ReportRoutes::reply)
                                .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND)))));
    }

    private static Future<Reply> reply(Reports.Report report) {
        ReportAnswer answer = new ReportAnswer(report.id(), report.first());
        return Future.succeededFuture(report.first() ? Reply.created(answer) : Reply.ok(answer));
    }
}
