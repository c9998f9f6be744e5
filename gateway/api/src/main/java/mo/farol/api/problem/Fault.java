package mo.farol.api.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who can put a problem right. */
public enum Fault {
    /** The software that asks, and who runs it: a terminal's, an app's, a page's. */
    TERMINAL,
    /** The institution, together with DSI: enrolment, approval, suspension. */
    INSTITUTION,
    /** The person: by another try, another phone, at a kiosk or at a counter. */
    RESIDENT,
    /** The bureau's staff. */
    OPERATOR,
    /** The gateway and those who run it. */
    GATEWAY;

    /** The name in the API. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
