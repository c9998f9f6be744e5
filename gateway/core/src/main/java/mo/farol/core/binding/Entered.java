package mo.farol.core.binding;

/** How the ledger answers. */
public sealed interface Entered {
    /** @param replayed whether this request was answered before */
    record Done(EidEvent event, boolean replayed) implements Entered {}

    /** @param event the recorded refusal */
    record Refused(BindingRefusal why, EidEvent event, boolean replayed) implements Entered {}

    /** The Idempotency-Key was used for another request. */
    record KeyReused() implements Entered {}
}
