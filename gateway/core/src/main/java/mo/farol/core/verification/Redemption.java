package mo.farol.core.verification;

import mo.farol.core.accesslog.Circumstances;
import mo.farol.token.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * A request to redeem a code.
 *
 * @param publicKeyHash SHA-256 of the key that verified the signature; another key in the row means decide again
 * @param late past its acceptance time: may match an earlier acceptance as its retry, is never redeemed
 * @param nonce the challenge that the code answers, signed with it; null: it answers none
 */
public record Redemption(
        RedemptionKey key,
        byte[] publicKeyHash,
        boolean late,
        Circumstances circumstances,
        @Nullable Nonce nonce) {
    /** Of a code that answers no challenge. */
    public Redemption(RedemptionKey key, byte[] publicKeyHash, boolean late, Circumstances circumstances) {
        this(key, publicKeyHash, late, circumstances, null);
    }
}
