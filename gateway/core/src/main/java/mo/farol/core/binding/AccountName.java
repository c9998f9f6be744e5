package mo.farol.core.binding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in account as it is kept: keyed hashes, of which neither issuer nor subject can be read. It never prints.
 *
 * @param account of issuer and subject, 32 bytes
 * @param issuer of the issuer alone, 32 bytes; null for a link from before issuers were kept
 */
public record AccountName(byte[] account, byte @Nullable [] issuer) {
    /** Whether the two are the same account. */
    public boolean isSame(AccountName other) {
        return Arrays.equals(account, other.account);
    }

    /** Whether the two may be at the same issuer: what is not known is taken to be. */
    public boolean mayShareIssuer(AccountName other) {
        return issuer == null || other.issuer == null || Arrays.equals(issuer, other.issuer);
    }

    @Override
    public String toString() {
        return "AccountName[redacted]";
    }
}
