package mo.farol.server.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.api.verification.WithheldField;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.policy.Field;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Outcome;

/** What an acceptance gives away, and what it keeps back with why. */
final class ReleasedFields {
    private ReleasedFields() {}

    /** The values by wire name, in the order of the fields. */
    static Map<String, String> values(Outcome.Verified verified) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : verified.circumstances().releasable().fields()) {
            verified.decision().values().get(field).ifPresent(value -> values.put(field.wireName(), value));
        }
        return values;
    }

    static List<WithheldField> withheld(Outcome.Verified verified) {
        List<WithheldField> withheld = new ArrayList<>();
        for (Field field : verified.circumstances().requested().fields()) {
            if (verified.decision().values().get(field).isEmpty()
                    || !verified.circumstances().releasable().contains(field)) {
                withheld.add(new WithheldField(field.wireName(), why(field, verified)));
            }
        }
        return withheld;
    }

    /** What was released the first time and is not on a retry is on file, and not granted any more. */
    private static String why(Field field, Outcome.Verified verified) {
        Circumstances circumstances = verified.circumstances();
        Decision.Redeemed decision = verified.decision();
        boolean granted = circumstances.releasable().contains(field)
                && !decision.entry().released().contains(field);
        return granted ? WithheldField.NOT_ON_FILE : WithheldField.NOT_GRANTED;
    }
}
