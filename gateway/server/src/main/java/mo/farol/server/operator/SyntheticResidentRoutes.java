package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import mo.farol.api.operator.SyntheticResident;
import mo.farol.api.operator.SyntheticResidentsAnswer;
import mo.farol.api.operator.SyntheticResidentsRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.notice.Contacts;
import mo.farol.core.registry.ResidentEntry;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import org.jspecify.annotations.Nullable;

/** {@code POST /operator/v1/synthetic-residents}, only where everybody in the store is invented. */
final class SyntheticResidentRoutes implements Routes {
    private static final int MOST = 200;

    private final ResidentEntry entry;
    private final Contacts contacts;
    private final OnceAnswered once;

    SyntheticResidentRoutes(ResidentEntry entry, Contacts contacts, OnceAnswered once) {
        this.entry = entry;
        this.contacts = contacts;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/synthetic-residents")
                .handler(OperatorGuards.REGISTRY)
                .handler(Answering.by(this::add));
    }

    private Future<Reply> add(RoutingContext ctx) throws RequestRefused {
        RequestKey key = RequestKeys.ofOperator(ctx);
        List<InventedPerson> people =
                people(Bodies.read(ctx, SyntheticResidentsRequest.class).residents());
        return once.answer(
                key,
                () -> entry.addResidents(
                                people.stream().map(InventedPerson::resident).toList())
                        .compose(rows -> tell(people, rows).compose(told -> entry.handles(rows)))
                        .map(handles -> Reply.created(new SyntheticResidentsAnswer(handles)))
                        .recover(SyntheticResidentRoutes::refusal));
    }

    private static List<InventedPerson> people(@Nullable List<@Nullable SyntheticResident> json) throws RequestRefused {
        if (json == null || json.isEmpty() || json.size() > MOST) {
            throw Bodies.invalid();
        }
        List<InventedPerson> people = new ArrayList<>();
        for (SyntheticResident each : json) {
            people.add(InventedPerson.read(each));
        }
        return people;
    }

    private Future<Void> tell(List<InventedPerson> people, List<Long> rows) {
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < rows.size(); i++) {
            long row = rows.get(i);
            InventedPerson person = people.get(i);
            all = all.compose(before -> contacts.set(row, person.email(), person.language()));
        }
        return all;
    }

    private static Future<Reply> refusal(Throwable why) {
        return Future.failedFuture(
                why instanceof ResidentEntry.NumberTaken ? new RequestRefused(ProblemCode.RESIDENT_EXISTS) : why);
    }
}
