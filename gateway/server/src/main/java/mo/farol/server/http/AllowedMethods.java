package mo.farol.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code Allow} says beside a 405 (RFC 9110, 10.2.1). */
final class AllowedMethods {
    private AllowedMethods() {}

    static String of(Router router, String path) {
        Set<String> names = router.getRoutes().stream()
                .filter(route -> route.methods() != null && matches(route, path))
                .flatMap(route -> route.methods().stream())
                .map(HttpMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join(", ", names);
    }

    private static boolean matches(Route route, String path) {
        String template = route.getName();
        String[] wanted = template == null ? new String[0] : template.split("/", -1);
        String[] given = path.split("/", -1);
        boolean same = wanted.length == given.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = wanted[i].startsWith(":") || wanted[i].equals(given[i]);
        }
        return same;
    }
}
