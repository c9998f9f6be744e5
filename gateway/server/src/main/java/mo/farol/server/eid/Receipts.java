package mo.farol.server.eid;

import mo.farol.api.eid.EventReceipt;
import mo.farol.core.binding.EidEvent;

/** What an event says on a receipt. */
public final class Receipts {
    private Receipts() {}

    public static EventReceipt of(EidEvent event) {
        return new EventReceipt(
                event.id(),
                MacauTime.of(event.at()),
                event.event().kind().label(),
                event.event().channel().label(),
                event.eid(),
                event.binding(),
                event.event().reason());
    }

    /** For a machine that is told that it was done and nothing more. */
    public static EventReceipt withoutNames(EidEvent event) {
        return new EventReceipt(
                event.id(),
                MacauTime.of(event.at()),
                event.event().kind().label(),
                event.event().channel().label(),
                null,
                null,
                null);
    }
}
