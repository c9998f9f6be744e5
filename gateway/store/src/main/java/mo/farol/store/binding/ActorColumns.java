package mo.farol.store.binding;

import io.vertx.sqlclient.Row;
import java.util.List;
import mo.farol.core.binding.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An actor as an event's row has it.
 *
 * @param kind 1 a resident, 2 operators, 3 a kiosk, 4 the gateway by policy
 * @param row of the resident or the kiosk
 * @param names the operators' pseudonyms, joined by U+001F
 */
record ActorColumns(int kind, @Nullable Long row, @Nullable String names) {
    private static final int RESIDENT = 1;
    private static final int OPERATOR = 2;
    private static final int KIOSK = 3;
    private static final int POLICY = 4;
    private static final String SEPARATOR = "\u001f";

    static ActorColumns of(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> new ActorColumns(RESIDENT, resident.row(), null);
            case Actor.Operator operator ->
                new ActorColumns(OPERATOR, null, String.join(SEPARATOR, operator.pseudonyms()));
            case Actor.Kiosk kiosk -> new ActorColumns(KIOSK, kiosk.row(), null);
            case Actor.Policy policy -> new ActorColumns(POLICY, null, null);
        };
    }

    static Actor read(Row row) {
        int kind = row.getInteger("actor");
        return switch (kind) {
            case RESIDENT -> new Actor.Resident(row.getLong("by_row"));
            case OPERATOR -> new Actor.Operator(List.of(row.getArrayOfStrings("by_names")));
            case KIOSK -> new Actor.Kiosk(row.getLong("by_row"));
            case POLICY -> new Actor.Policy();
            default -> throw new IllegalStateException("the database has the unknown actor " + kind);
        };
    }
}
