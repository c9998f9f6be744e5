package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.operator.InstitutionPage;
import mo.farol.api.operator.MeansPage;
import mo.farol.api.operator.TerminalPage;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Reply;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/** The lists of terminals, institutions and approved means. */
final class EnrolmentListRoutes implements Routes {
    private final Enrolments enrolments;

    EnrolmentListRoutes(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public void mount(Router router) {
        router.get("/operator/v1/terminals").handler(OperatorGuards.READER).handler(Answering.by(this::terminals));
        router.get("/operator/v1/institutions")
                .handler(OperatorGuards.READER)
                .handler(Answering.by(this::institutions));
        router.get("/operator/v1/means").handler(OperatorGuards.READER).handler(Answering.by(this::means));
    }

    private Future<Reply> terminals(RoutingContext ctx) throws RequestRefused {
        return Listing.answer(
                ctx,
                enrolments::terminals,
                RegisteredTerminal::name,
                (items, next) -> new TerminalPage(
                        items.stream().map(ShownEnrolments::terminal).toList(), next));
    }

    private Future<Reply> institutions(RoutingContext ctx) throws RequestRefused {
        return Listing.answer(
                ctx,
                enrolments::institutions,
                RegisteredName::name,
                (items, next) -> new InstitutionPage(
                        items.stream().map(ShownEnrolments::institution).toList(), next));
    }

    private Future<Reply> means(RoutingContext ctx) throws RequestRefused {
        return Listing.answer(
                ctx,
                enrolments::meansList,
                RegisteredName::name,
                (items, next) ->
                        new MeansPage(items.stream().map(ShownEnrolments::means).toList(), next));
    }
}
