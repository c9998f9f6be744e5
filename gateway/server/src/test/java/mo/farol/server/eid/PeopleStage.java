package mo.farol.server.eid;

import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.Random;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.AttemptIds;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.RateConfig;
import mo.farol.server.http.JsonBodies;
import mo.farol.server.http.Routes;
import mo.farol.server.kiosk.KioskRoutes;
import mo.farol.server.limits.MissLimit;
import mo.farol.server.limits.PersonLimits;
import mo.farol.server.limits.RateLimits;
import mo.farol.server.operator.OperatorRoutes;
import mo.farol.server.resident.ResidentRoutes;
import mo.farol.server.testing.TestListener;
import org.jspecify.annotations.Nullable;

/** The three APIs that change bindings, on the real listener, over ports that the test holds in its hands. */
public final class PeopleStage implements AutoCloseable {
    public final FakeBindings bindings = new FakeBindings();
    public final FakeViews views = new FakeViews();
    public final FakeProofs proofs = new FakeProofs();
    public final FakeLog log = new FakeLog();
    public final FakeRegistry registry = new FakeRegistry();
    public final FakeEnrolments enrolments = new FakeEnrolments();
    public final FakeTickets tickets = new FakeTickets();
    public volatile DatabaseTime time = Samples.AT::toEpochMilli;
    private final TestListener listener;

    public PeopleStage(RateConfig each) {
        this(each, true);
    }

    public PeopleStage(RateConfig each, boolean synthetic) {
        this(each, synthetic, null);
    }

    /**
     * @param each the budget of every caller
     * @param issuer of tickets; null: one over {@link #tickets}
     */
    public PeopleStage(RateConfig each, boolean synthetic, @Nullable TicketIssuer issuer) {
        LimitsConfig limits = new LimitsConfig(each, each, each, each, 8192, 16_384, 5, 1, 5, 60, 2048, 30_000);
        proofs.challenges.add(Samples.challenge(FakeSignIn.session(Samples.PARENT)));
        listener = new TestListener(
                limits,
                new ResidentRoutes(
                        FakeSignIn.residents(),
                        PersonLimits.ofResidents(limits),
                        FakeSignIn.stepUp(),
                        residentPorts(issuer)),
                new OperatorRoutes(
                        FakeSignIn.operators(),
                        PersonLimits.ofOperators(limits),
                        new MissLimit(MissLimit.USUAL),
                        synthetic,
                        operatorPorts()),
                terminalGuards(limits),
                new KioskRoutes(enrolments, proofs, bindings, bindings));
    }

    private ResidentRoutes.Ports residentPorts(@Nullable TicketIssuer issuer) {
        return new ResidentRoutes.Ports(
                bindings,
                BindingPolicy.DEFAULTS,
                issuer == null ? tickets.issuer(() -> time.millis()) : issuer,
                proofs,
                views,
                log,
                views,
                bindings,
                proofs,
                proofs,
                proofs,
                () -> time.millis());
    }

    private OperatorRoutes.Ports operatorPorts() {
        AttemptIds attempts = new AttemptIds(Clock.systemUTC(), new Random(1));
        return new OperatorRoutes.Ports(
                bindings,
                registry,
                registry,
                bindings,
                registry,
                attempts::next,
                bindings,
                registry,
                enrolments,
                enrolments,
                registry,
                registry);
    }

    private static Routes terminalGuards(LimitsConfig limits) {
        return (Router router) -> {
            router.route("/v1/*").handler(FakeSignIn.terminals());
            router.route("/v1/*").handler(new RateLimits(limits));
            router.route("/v1/*").handler(new JsonBodies());
        };
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }
}
