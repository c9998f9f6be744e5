package mo.farol.server;

import java.util.ArrayList;
import java.util.List;
import mo.farol.server.http.Routes;
import mo.farol.server.http.TerminalRoutes;

/** What is tried first: the sign-in, then what every terminal's request passes, then the operations. */
final class RouteOrder {
    private RouteOrder() {}

    static List<Routes> of(Routes tokenEndpoint, TerminalRoutes terminals, List<Routes> operations) {
        List<Routes> routes = new ArrayList<>(List.of(tokenEndpoint, terminals));
        routes.addAll(operations);
        return routes;
    }
}
