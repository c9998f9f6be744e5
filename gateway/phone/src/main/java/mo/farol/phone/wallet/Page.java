package mo.farol.phone.wallet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Part of a list, newest first.
 *
 * @param next what the next page begins after; empty on the last
 */
public record Page<T>(List<T> items, Optional<UUID> next) {
    public Page {
        items = List.copyOf(items);
    }
}
