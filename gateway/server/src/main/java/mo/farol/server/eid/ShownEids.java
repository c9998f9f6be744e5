package mo.farol.server.eid;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.api.eid.ShownCard;
import mo.farol.api.eid.ShownEid;
import mo.farol.api.eid.ShownGuardian;
import mo.farol.core.policy.Field;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.GuardianView;
import org.jspecify.annotations.Nullable;

/** What people are shown of an e-ID: names only, whatever else a view may hold. */
public final class ShownEids {
    private static final List<Field> NAMES =
            List.of(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH, Field.SURNAME_PT, Field.GIVEN_NAMES_PT);

    private ShownEids() {}

    public static ShownEid toResident(EidView eid) {
        return of(eid, eid.self());
    }

    /** There is no self where somebody else looks. */
    public static ShownEid toOperator(EidView eid) {
        return of(eid, null);
    }

    private static ShownEid of(EidView eid, @Nullable Boolean self) {
        LocalDate expires = eid.cardExpires();
        return new ShownEid(
                eid.id(),
                self,
                eid.minor(),
                eid.multiple(),
                names(eid.names()),
                new ShownCard(Words.label(eid.card()), expires == null ? null : expires.toString()),
                eid.guardians().stream().map(ShownEids::guardian).toList(),
                eid.binding() == null ? null : ShownBindings.of(eid.binding()));
    }

    private static ShownGuardian guardian(GuardianView guardian) {
        return new ShownGuardian(
                guardian.id(), Words.label(guardian.kind()), names(guardian.names()), guardian.multiple());
    }

    private static Map<String, String> names(Map<Field, String> fields) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Field field : NAMES) {
            String value = fields.get(field);
            if (value != null) {
                names.put(field.wireName(), value);
            }
        }
        return names;
    }
}
