package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;

/**
 * A link that takes the place of another, opened by one operator and to be approved by another.
 *
 * @param resident the row of the e-ID that the account is to open
 * @param openedBy the first operator's pseudonym
 */
public record AccountCase(
        UUID id, AccountName account, long resident, String openedBy, String reason, Instant expires) {}
