package mo.farol.server.resident;

import mo.farol.api.resident.Event;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.server.eid.MacauTime;

/** What residents are shown of an event: of who did it as much as tells them whether it was they. */
final class ShownEvents {
    private ShownEvents() {}

    /** @param reader the row of the resident who reads it */
    static Event of(EidEvent event, long reader) {
        return new Event(
                event.id(),
                MacauTime.of(event.at()),
                event.event().kind().label(),
                event.event().channel().label(),
                event.eid(),
                event.binding(),
                event.event().reason(),
                event.event().refusal().map(BindingRefusal::code).orElse(null),
                by(event, reader));
    }

    private static Event.By by(EidEvent event, long reader) {
        return switch (event.event().actor()) {
            case Actor.Resident resident -> new Event.By(who(resident.row(), event.resident(), reader), null);
            case Actor.Operator operator -> new Event.By("operator", operator.pseudonyms());
            case Actor.Kiosk kiosk -> new Event.By("kiosk", null);
            case Actor.Policy policy -> new Event.By("gateway", null);
        };
    }

    private static String who(long actor, long holder, long reader) {
        if (actor == reader) {
            return "you";
        }
        return actor == holder ? "holder" : "guardian";
    }
}
