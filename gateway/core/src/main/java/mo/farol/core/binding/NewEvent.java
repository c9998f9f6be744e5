package mo.farol.core.binding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event to record: something that was done, or that was refused and why.
 *
 * @param about the binding's row, or {@link #THE_NEW_BINDING}, or null when it is about none
 * @param refusal empty when it was done
 * @param reason the reason code that the actor gave, such as {@code lost}, at most 64 characters of [a-z0-9_]
 * @param detail evidence by name, such as the attestation's level or the registry's event id; never personal data
 */
public record NewEvent(
        EventKind kind,
        @Nullable Long about,
        Optional<BindingRefusal> refusal,
        Channel channel,
        Actor actor,
        @Nullable String reason,
        @Nullable String detail) {
    /** Stands for the row that this ruling's {@link Change.Bind} makes. */
    public static final long THE_NEW_BINDING = 0;
}
