package mo.farol.server.config;

/**
 * Health and metrics, on a port of their own that must not face the internet.
 *
 * @param port 0 takes a free one
 */
public record ManagementConfig(String host, int port) {}
