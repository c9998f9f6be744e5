package mo.farol.server.operator;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import mo.farol.core.binding.AccountLinks;
import mo.farol.core.binding.AccountOwners;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.CounterCases;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.notice.Contacts;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.OperatorActs;
import mo.farol.core.registry.ResidentEntry;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Replies;
import mo.farol.server.http.Routes;
import mo.farol.server.limits.MissLimit;

/** Every operation of the operator API behind its guards. One instance serves every event loop. */
public final class OperatorRoutes implements Routes {
    private final OperatorGuards guards;
    private final List<Routes> operations = new ArrayList<>();

    /**
     * @param signIn gives the routes their {@link mo.farol.server.signin.SignedInOperator}, or fails
     * @param limits takes one request from the operator's budget
     * @param misses takes one number that nobody has from the operator's budget of these
     * @param synthetic everybody in the store is invented: residents may be entered
     */
    public OperatorRoutes(
            Handler<RoutingContext> signIn,
            Handler<RoutingContext> limits,
            MissLimit misses,
            boolean synthetic,
            Ports ports) {
        OnceAnswered once = new OnceAnswered();
        Replies replies = new Replies(ports.events());
        People people = new People(ports.eids(), ports.acts(), misses);
        this.guards = new OperatorGuards(signIn, limits);
        operations.addAll(List.of(
                new LookUpRoutes(ports.lookUps(), ports.attempts()),
                new CounterRoutes(ports.bindings(), ports.cases(), replies),
                new RegistryEventRoutes(ports.bindings(), people, replies),
                new AccountLinkRoutes(ports.links(), ports.accounts(), people, replies),
                new OperatorActRoutes(ports.acts()),
                new EnrolmentListRoutes(ports.enrolments()),
                new EnrolRoutes(ports.enrolments(), once),
                new SuspensionRoutes(ports.enrolments(), once)));
        if (synthetic) {
            operations.add(new SyntheticResidentRoutes(ports.entry(), ports.contacts(), once));
        }
    }

    /**
     * What the operations ask.
     *
     * @param attempts makes the ids of look-up records, UUIDv7
     */
    public record Ports(
            Bindings bindings,
            CounterCases cases,
            Eids eids,
            PastEvents events,
            OperatorLookUps lookUps,
            Supplier<UUID> attempts,
            AccountLinks links,
            AccountOwners accounts,
            Enrolments enrolments,
            OperatorActs acts,
            ResidentEntry entry,
            Contacts contacts) {}

    @Override
    public void mount(Router router) {
        guards.mount(router);
        operations.forEach(each -> each.mount(router));
    }
}
