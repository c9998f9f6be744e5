package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.RequestKey;

/**
 * A number that fits nothing that waits for this card. Whose e-ID was meant is not known, so it goes on the record of whose
 * card it was. It has been counted against everything that waits for that card when it was tried.
 */
record WrongNumber(EidLedger ledger) {
    private static final long NOBODY = 0;

    WrongNumber(BindingPorts ports) {
        this(ports.ledger());
    }

    /** What the ledger says: it may know the request, from before the number was forgotten. */
    Future<Entered> enter(long actor, RequestKey request, Act act) {
        return ledger.decide(
                actor,
                request,
                (eid, now) -> act.refuse(EventKind.KIOSK_NUMBER, null, BindingRefusal.KIOSK_NUMBER_UNKNOWN, null));
    }

    /** A card that nobody has: there is no record that this could go on. */
    static boolean isNobody(long actor) {
        return actor == NOBODY;
    }

    static <T> Future<Answer<T>> ofNobody() {
        return Future.succeededFuture(
                new Answer.Refused<>(BindingRefusal.KIOSK_NUMBER_UNKNOWN, Optional.empty(), false));
    }
}
