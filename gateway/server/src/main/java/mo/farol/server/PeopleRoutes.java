package mo.farol.server;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import mo.farol.core.terminal.Terminals;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.http.Routes;
import mo.farol.server.kiosk.KioskRoutes;
import mo.farol.server.limits.MissLimit;
import mo.farol.server.limits.PersonLimits;
import mo.farol.server.operator.OperatorRoutes;
import mo.farol.server.proof.KioskAssertions;
import mo.farol.server.resident.ResidentRoutes;

/**
 * The APIs of residents, operators and kiosks, each behind its own door: a token for one opens no other.
 *
 * @param residents lets residents in
 * @param stepUp answers a resident whose sign-in is not strong or fresh enough
 * @param operators lets operators in; terminals come in by {@link mo.farol.server.http.TerminalRoutes}
 */
record PeopleRoutes(
        Handler<RoutingContext> residents, Handler<RoutingContext> stepUp, Handler<RoutingContext> operators) {
    /** @param terminals asked at every binding whether the kiosk may still bind */
    List<Routes> of(
            GatewayConfig config,
            ResidentRoutes.Ports ofResidents,
            OperatorRoutes.Ports ofOperators,
            Terminals terminals,
            KioskAssertions kiosks) {
        return List.of(
                new ResidentRoutes(residents, PersonLimits.ofResidents(config.limits()), stepUp, ofResidents),
                new OperatorRoutes(
                        operators,
                        PersonLimits.ofOperators(config.limits()),
                        new MissLimit(MissLimit.USUAL),
                        config.synthetic(),
                        ofOperators),
                new KioskRoutes(terminals, kiosks, ofResidents.bindings(), ofResidents.events()));
    }
}
