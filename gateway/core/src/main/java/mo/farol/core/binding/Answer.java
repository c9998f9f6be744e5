package mo.farol.core.binding;

import java.util.Optional;
import java.util.UUID;

/** What a caller is told. @param <T> what was asked for */
public sealed interface Answer<T> {
    record Given<T>(T value, boolean replayed) implements Answer<T> {}

    /**
     * @param event the recorded refusal; empty when nothing names the e-ID it would belong to
     * @param endedBy of a binding that has ended already, the event that ended it: the reference on the earlier receipt
     */
    record Refused<T>(BindingRefusal why, Optional<EidEvent> event, boolean replayed, Optional<UUID> endedBy)
            implements Answer<T> {
        public Refused(BindingRefusal why, Optional<EidEvent> event, boolean replayed) {
            this(why, event, replayed, Optional.empty());
        }
    }

    /** There is no such thing, or it is somebody else's: the two look alike. */
    record NotFound<T>() implements Answer<T> {}

    /** The sign-in is not strong or not fresh enough (RFC 9470). */
    record StepUpNeeded<T>() implements Answer<T> {}

    record KeyReused<T>() implements Answer<T> {}
}
