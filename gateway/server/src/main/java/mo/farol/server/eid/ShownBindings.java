package mo.farol.server.eid;

import java.time.Instant;
import mo.farol.api.eid.Phone;
import mo.farol.api.eid.ShownBinding;
import mo.farol.core.resident.BindingView;
import org.jspecify.annotations.Nullable;

/** What people are shown of a binding. */
public final class ShownBindings {
    private ShownBindings() {}

    public static ShownBinding of(BindingView binding) {
        return new ShownBinding(
                binding.id(),
                Words.label(binding.status()),
                new Phone(binding.phone().name(), binding.phone().model()),
                Words.label(binding.way()),
                Words.label(binding.level()),
                MacauTime.of(binding.boundAt()),
                time(binding.lastUsed()),
                time(binding.ended()),
                binding.endedBy());
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : MacauTime.of(at);
    }
}
