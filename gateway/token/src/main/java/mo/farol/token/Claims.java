package mo.farol.token;

import org.jspecify.annotations.Nullable;

/**
 * What a phone signs.
 *
 * @param iat when the phone minted the code, seconds since 1970 by the phone's clock (claim 6)
 * @param cti the code's token id (claim 7)
 * @param nonce the challenge it answers, when it is a challenge code (claim 10)
 */
public record Claims(long iat, Cti cti, @Nullable Nonce nonce) {
    public Claims {
        if (iat < 0) {
            throw new IllegalArgumentException("iat is unsigned");
        }
    }
}
