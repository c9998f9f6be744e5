package mo.farol.core.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;

/**
 * An e-ID as its resident, or a parent or guardian, sees it. It never prints.
 *
 * @param row the e-ID's row, for who asks further; not for outsiders
 * @param self false for a ward's
 * @param names the name fields on file
 * @param guardians handles of who may act for this minor now; empty for an adult
 * @param binding the live one, else the latest; null when there never was one
 */
public record EidView(
        long row,
        UUID id,
        boolean self,
        boolean minor,
        boolean multiple,
        Map<Field, String> names,
        CardStatus card,
        @Nullable LocalDate cardExpires,
        List<GuardianView> guardians,
        @Nullable BindingView binding) {
    @Override
    public String toString() {
        return "EidView[redacted]";
    }
}
