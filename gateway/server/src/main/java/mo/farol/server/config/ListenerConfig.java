package mo.farol.server.config;

import org.jspecify.annotations.Nullable;

/**
 * Where terminals reach the gateway.
 *
 * @param port 0 takes a free one
 * @param tls absent: plain HTTP, in the demo only
 */
public record ListenerConfig(
        String host, int port, @Nullable TlsConfig tls) {}
