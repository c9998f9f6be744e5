package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.resident.Notice;
import mo.farol.api.resident.NoticePage;
import mo.farol.api.resident.ReadAnswer;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.ResidentViews;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Nothing;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;

/** {@code /resident/v1/notices}: what residents are told, until they have read it. */
final class NoticeRoutes implements Routes {
    private final ResidentViews views;
    private final OnceAnswered once;

    NoticeRoutes(ResidentViews views, OnceAnswered once) {
        this.views = views;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.get("/resident/v1/notices").handler(Answering.by(this::notices));
        router.post("/resident/v1/notices/:id/read").handler(Answering.by(this::read));
    }

    private Future<Reply> notices(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        Query query = Query.of(ctx, "unread", "after", "limit");
        return views.notices(resident, query.flag("unread"), query.handle("after"), query.limit())
                .map(page -> Reply.ok(new NoticePage(
                        page.items().stream().map(NoticeRoutes::shown).toList(),
                        page.next().orElse(null))));
    }

    private static Notice shown(NoticeView notice) {
        Instant readAt = notice.readAt();
        return new Notice(
                notice.id(),
                notice.kind().label(),
                MacauTime.of(notice.at()),
                notice.eid(),
                notice.self(),
                notice.event(),
                notice.institution(),
                readAt == null ? null : MacauTime.of(readAt));
    }

    private Future<Reply> read(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        UUID notice = Handles.inPath(ctx, "id");
        Nothing.in(ctx);
        return once.answer(
                RequestKeys.ofResident(ctx),
                () -> views.markRead(resident, notice)
                        .compose(theirs -> theirs
                                ? Future.succeededFuture(Reply.ok(new ReadAnswer(notice)))
                                : Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND))));
    }
}
