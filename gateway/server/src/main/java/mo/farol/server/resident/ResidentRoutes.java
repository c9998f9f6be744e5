package mo.farol.server.resident;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.resident.Reports;
import mo.farol.core.resident.ResidentViews;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Replies;
import mo.farol.server.http.Routes;
import mo.farol.server.proof.Attestations;
import mo.farol.server.proof.FaceAssertions;
import mo.farol.server.proof.FaceChecks;

/** Every operation of the resident API behind its guards. One instance serves every event loop. */
public final class ResidentRoutes implements Routes {
    private final ResidentGuards guards;
    private final List<Routes> operations;

    /**
     * @param signIn gives the routes their {@link mo.farol.server.signin.SignedInResident}, or fails
     * @param limits takes one request from the resident's budget
     * @param stepUp answers a resident whose sign-in is not strong or fresh enough
     */
    public ResidentRoutes(
            Handler<RoutingContext> signIn,
            Handler<RoutingContext> limits,
            Handler<RoutingContext> stepUp,
            Ports ports) {
        OnceAnswered once = new OnceAnswered();
        Replies replies = new Replies(ports.events());
        PhoneProofs phones = new PhoneProofs(ports.challenges(), ports.attestations());
        KioskNumberStates states = new KioskNumberStates(ports.policy(), ports.time());
        this.guards = new ResidentGuards(signIn, limits);
        this.operations = List.of(
                new EidRoutes(ports.views()),
                new ChallengeRoutes(ports.bindings(), replies, once, stepUp),
                new FaceCheckRoutes(ports.bindings(), ports.faceChecks(), replies, once),
                new BindRoutes(
                        ports.bindings(),
                        phones,
                        ports.faceAssertions(),
                        ports.views(),
                        ports.events(),
                        replies,
                        stepUp),
                new KioskNumberRoutes(ports.bindings(), phones, states, replies, stepUp),
                new LifeRoutes(ports.bindings(), ports.events(), replies, stepUp),
                new TicketRoutes(ports.tickets()),
                new RecordRoutes(ports.views(), ports.log()),
                new NoticeRoutes(ports.views(), once),
                new ReportRoutes(ports.reports(), once));
    }

    /** What the operations ask. */
    public record Ports(
            Bindings bindings,
            BindingPolicy policy,
            TicketIssuer tickets,
            Challenges challenges,
            ResidentViews views,
            LogProofs log,
            Reports reports,
            PastEvents events,
            FaceChecks faceChecks,
            FaceAssertions faceAssertions,
            Attestations attestations,
            DatabaseTime time) {}

    @Override
    public void mount(Router router) {
        guards.mount(router);
        operations.forEach(each -> each.mount(router));
    }
}
