package mo.farol.server.config;

import java.net.URI;
import java.util.List;
import mo.farol.server.outgoing.OutgoingTls;

/**
 * Who checks faces.
 *
 * @param url where a check is asked for
 * @param secret the bearer secret shown there
 * @param tls how the provider is trusted, for {@code url} and for key sets
 * @param timeoutSeconds how long the provider may take to answer
 * @param providers whose assertions are believed, at least one
 */
public record FaceCheckConfig(
        URI url, Secret secret, OutgoingTls tls, int timeoutSeconds, List<AssertionProvider> providers) {
    public static final int TIMEOUT_SECONDS = 10;
}
