package mo.farol.phone.wallet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-ID as its owner's account, or a parent's or guardian's, sees it; of the names the wallet keeps none.
 *
 * @param self false for a ward's
 * @param multiple registered as a twin or multiple
 * @param guardians who may act for this minor now; empty for an adult
 * @param binding the live one, else the latest; null when there never was one
 */
public record SeenEid(
        UUID id,
        boolean self,
        boolean minor,
        boolean multiple,
        SeenCard card,
        List<SeenGuardian> guardians,
        @Nullable SeenBinding binding) {
    public SeenEid {
        guardians = List.copyOf(guardians);
    }

    /** @param expires null for a card that never expires */
    public record SeenCard(String status, @Nullable String expires) {}

    /**
     * @param id the guardian's own e-ID
     * @param kind {@code parent} or {@code guardian}
     */
    public record SeenGuardian(UUID id, String kind, boolean multiple) {}
}
