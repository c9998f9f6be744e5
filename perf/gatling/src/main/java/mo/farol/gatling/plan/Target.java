package mo.farol.gatling.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is loaded.
 *
 * @param kit the perf kit's file
 * @param gateways their addresses, without a trailing slash; empty: the kit's
 * @param purposes what to ask for; empty: what the kit's terminals may ask for
 * @param truststore PEM certificates; empty: the JDK's roots
 */
public record Target(Path kit, List<URI> gateways, List<String> purposes, Optional<Path> truststore) {
    public Target {
        gateways = gateways.stream().map(Target::withoutSlash).toList();
        purposes = List.copyOf(purposes);
    }

    private static URI withoutSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }
}
