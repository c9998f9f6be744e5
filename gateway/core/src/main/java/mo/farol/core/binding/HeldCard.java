package mo.farol.core.binding;

import java.time.LocalDate;
import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;

/**
 * The card behind an e-ID.
 *
 * @param expires the last day, null for a card that never expires
 * @param sequence of the registry's last event about this person's cards
 * @param dead whether the registry reported the person's death
 */
public record HeldCard(CardStatus status, @Nullable LocalDate expires, long sequence, boolean dead) {}
