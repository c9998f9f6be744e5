package mo.farol.core.verification;

import mo.farol.core.accesslog.Circumstances;

/**
 * A request to redeem a code.
 *
 * @param publicKeyHash SHA-256 of the key that verified the signature; another key in the row means decide again
 * @param late past its acceptance time: may match an earlier acceptance as its retry, is never redeemed
 */
public record Redemption(RedemptionKey key, byte[] publicKeyHash, boolean late, Circumstances circumstances) {}
