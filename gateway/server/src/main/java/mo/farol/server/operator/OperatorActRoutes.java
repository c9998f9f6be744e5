package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;
import mo.farol.api.operator.OperatorActPage;
import mo.farol.api.operator.OperatorActShown;
import mo.farol.core.registry.OperatorAct;
import mo.farol.core.registry.OperatorActs;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/** {@code GET /operator/v1/operator-acts}: what operators did, for the auditor. */
final class OperatorActRoutes implements Routes {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int LONGEST_ID = 18;

    private final OperatorActs acts;

    OperatorActRoutes(OperatorActs acts) {
        this.acts = acts;
    }

    @Override
    public void mount(Router router) {
        router.get("/operator/v1/operator-acts").handler(OperatorGuards.AUDITOR).handler(Answering.by(this::page));
    }

    private Future<Reply> page(RoutingContext ctx) throws RequestRefused {
        Query query = Query.of(ctx, "after", "limit");
        String after = query.text("after", LONGEST_ID);
        int limit = query.limit();
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(Words.matching(ID, after));
        return acts.before(before, limit + 1).map(found -> Reply.ok(cut(found, limit)));
    }

    private static OperatorActPage cut(List<OperatorAct> found, int limit) {
        List<OperatorAct> shown = found.size() <= limit ? found : found.subList(0, limit);
        return new OperatorActPage(
                shown.stream().map(OperatorActRoutes::shown).toList(),
                found.size() <= limit ? null : String.valueOf(shown.getLast().id()));
    }

    private static OperatorActShown shown(OperatorAct act) {
        return new OperatorActShown(
                act.id(), MacauTime.of(act.at()), act.operator(), act.kind().label(), act.object(), act.institution());
    }
}
