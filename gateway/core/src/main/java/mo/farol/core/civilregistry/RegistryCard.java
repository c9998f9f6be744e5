package mo.farol.core.civilregistry;

import java.time.LocalDate;
import java.util.Optional;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;

/**
 * A card as a row has it.
 *
 * @param expires the last day, null for a card that never expires
 * @param sequence the registry's count of this person's card events, up to which the row is true
 */
public record RegistryCard(CardStatus status, @Nullable LocalDate expires, long sequence) {
    /** Whether the card on file is this one, whatever the sequence. */
    public boolean isLike(HeldCard held) {
        return status == held.status() && (expires == null ? held.expires() == null : expires.equals(held.expires()));
    }

    /**
     * Why this card cannot replace the one on file. Only a higher sequence changes a card, so an old file brings none
     * back, and what would silently stop or free an e-ID that is on a phone is left to an operator's event.
     *
     * @param bound whether the e-ID has an active or suspended binding
     */
    public Optional<Reason> refusedOver(HeldCard held, boolean bound) {
        boolean newer = sequence > held.sequence();
        if (sequence < held.sequence() || !newer && !isLike(held)) {
            return Optional.of(Reason.OUT_OF_DATE);
        }
        if (held.dead() && newer) {
            return Optional.of(Reason.DECEASED);
        }
        return bound && status != held.status() ? Optional.of(Reason.EVENT_NEEDED) : Optional.empty();
    }
}
