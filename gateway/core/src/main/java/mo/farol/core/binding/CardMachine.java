package mo.farol.core.binding;

import static mo.farol.core.registry.CardStatus.CANCELLED;
import static mo.farol.core.registry.CardStatus.IN_FORCE;
import static mo.farol.core.registry.CardStatus.REPORTED_FOUND;
import static mo.farol.core.registry.CardStatus.REPORTED_LOST;

import java.util.Optional;
import mo.farol.core.registry.CardStatus;

/** The one table of what a registry event makes of a card; docs/binding-states.md is written from it. */
public final class CardMachine {
    private CardMachine() {}

    /** The next status; empty when the event cannot follow: {@link BindingRefusal#ILLEGAL_CARD_EVENT}. */
    public static Optional<CardStatus> next(HeldCard card, CardEventKind kind) {
        // Death is final: nothing can follow it.
        return card.dead() ? Optional.empty() : next(card.status(), kind);
    }

    private static Optional<CardStatus> next(CardStatus from, CardEventKind kind) {
        return switch (kind) {
            case ISSUED, REPLACED -> Optional.of(IN_FORCE);
            case LOST -> onlyIf(from != CANCELLED, REPORTED_LOST);
            case FOUND -> onlyIf(from != CANCELLED, REPORTED_FOUND);
            case RESTORED -> onlyIf(from == REPORTED_LOST || from == REPORTED_FOUND, IN_FORCE);
            // The expiry date decides about an expired card; the event only tells.
            case EXPIRED -> onlyIf(from != CANCELLED, from);
            case CANCELLED -> onlyIf(from != CANCELLED, CANCELLED);
            case DEATH -> Optional.of(CANCELLED);
        };
    }

    /** Whether the e-ID's live binding ends with the event. */
    public static boolean endsBinding(CardEventKind kind) {
        return kind == CardEventKind.CANCELLED || kind == CardEventKind.DEATH;
    }

    private static Optional<CardStatus> onlyIf(boolean legal, CardStatus next) {
        return legal ? Optional.of(next) : Optional.empty();
    }
}
