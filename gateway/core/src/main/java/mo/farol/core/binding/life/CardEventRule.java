package mo.farol.core.binding.life;

import java.time.Instant;
import java.time.LocalDate;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.CardEventKind;
import mo.farol.core.binding.CardMachine;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;
import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;

/** Applies what the civil registry reports about a card. A cancelled card and a death end the live binding at once. */
record CardEventRule(Act act, CardEvent event) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        if (isOutOfDate(eid.card())) {
            return refuse(BindingRefusal.OUT_OF_DATE);
        }
        return CardMachine.next(eid.card(), event.kind())
                .map(next -> apply(eid, now, next))
                .orElseGet(() -> refuse(BindingRefusal.ILLEGAL_CARD_EVENT));
    }

    /** Nothing can have followed a death, so its report is never too late. */
    private boolean isOutOfDate(HeldCard card) {
        return event.sequence() <= card.sequence() && event.kind() != CardEventKind.DEATH;
    }

    private Ruling apply(Eid eid, Instant now, CardStatus next) {
        HeldCard card = eid.card();
        Draft draft = new Draft(act, eid, now)
                .event(EventKind.CARD_EVENT, null, detail())
                .change(new Change.Card(
                        next,
                        expiry(card),
                        Math.max(card.sequence(), event.sequence()),
                        event.kind() == CardEventKind.DEATH));
        if (CardMachine.endsBinding(event.kind())) {
            draft.tell(NoticeKind.CARD_CANCELLED);
            eid.liveBinding()
                    .ifPresent(live -> draft.move(live, BindingAct.UNBIND).tell(NoticeKind.UNBOUND));
        }
        if (event.kind() == CardEventKind.EXPIRED) {
            draft.tell(NoticeKind.CARD_EXPIRED);
        }
        return draft.ruling();
    }

    private @Nullable LocalDate expiry(HeldCard card) {
        boolean newCard = event.kind() == CardEventKind.ISSUED || event.kind() == CardEventKind.REPLACED;
        return newCard ? event.expires() : card.expires();
    }

    private Ruling refuse(BindingRefusal why) {
        return act.refuse(EventKind.CARD_EVENT, null, why, detail());
    }

    private String detail() {
        return Detail.of("card", event.kind()) + " " + Detail.of("registry_event", event.id());
    }
}
