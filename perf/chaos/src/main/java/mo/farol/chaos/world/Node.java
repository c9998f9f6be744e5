package mo.farol.chaos.world;

import java.net.URI;

/**
 * A gateway.
 *
 * @param number from 1
 * @param api its API, without a trailing slash
 * @param management its health and metrics
 */
public record Node(int number, URI api, URI management) {}
