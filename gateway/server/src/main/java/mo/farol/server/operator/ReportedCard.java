package mo.farol.server.operator;

import java.time.LocalDate;
import mo.farol.api.operator.CardEventRequest;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.CardEventKind;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/** A card event before it is known whose row it is about. */
record ReportedCard(
        People.Named person,
        String id,
        long sequence,
        CardEventKind kind,
        @Nullable LocalDate expires) {
    /** A new card has a last day or, said so, none; of any other event neither is told. */
    static ReportedCard read(CardEventRequest json) throws RequestRefused {
        CardEventKind kind = Words.oneOf(CardEventKind.values(), json.kind());
        boolean newCard = kind == CardEventKind.ISSUED || kind == CardEventKind.REPLACED;
        boolean expires = json.expires() != null;
        boolean never = json.noExpiry() != null;
        if (newCard != (expires || never) || expires && never || Boolean.FALSE.equals(json.noExpiry())) {
            throw Bodies.invalid();
        }
        return new ReportedCard(
                People.one(json.idNumber(), json.eId()),
                RegistryWords.eventId(json.id()),
                RegistryWords.sequence(json.sequence()),
                kind,
                expires ? RegistryWords.date(json.expires()) : null);
    }

    CardEvent of(long resident) {
        return new CardEvent(resident, id, sequence, kind, expires);
    }
}
