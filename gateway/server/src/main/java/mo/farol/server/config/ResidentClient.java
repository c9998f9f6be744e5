package mo.farol.server.config;

import mo.farol.core.binding.Channel;

/**
 * A client of a residents' provider.
 *
 * @param azp its client id, in the token's {@code azp}
 * @param channel what a request with its token came through
 */
public record ResidentClient(String azp, Channel channel) {}
