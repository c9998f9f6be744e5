package mo.farol.api.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who can put a problem right. */
public enum Fault {
    /** The terminal's software or its operator. */
    TERMINAL,
    /** The institution, together with DSI: enrolment, approval, suspension. */
    INSTITUTION,
    /** The gateway and those who run it. */
    GATEWAY;

    /** The name in the API. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
