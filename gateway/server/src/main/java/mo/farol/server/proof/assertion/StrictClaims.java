package mo.farol.server.proof.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import mo.farol.server.jws.NotAccepted;

/** Claims of an assertion, each of exactly the type that it must have. None is ever put into a message. */
record StrictClaims(JsonNode claims) {
    private static final int LONGEST_TEXT = 256;
    private static final long LATEST_SECOND = 253_402_300_799L;

    /** Visible characters, at least one. */
    String text(String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        String text = value.isTextual() ? value.textValue() : "";
        boolean visible = text.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
        return require(name, !text.isEmpty() && text.length() <= LONGEST_TEXT && visible, text);
    }

    /** In the canonical form of RFC 9562. */
    UUID uuid(String name) throws NotAccepted {
        String text = text(name);
        try {
            UUID uuid = UUID.fromString(text);
            return require(name, uuid.toString().equals(text), uuid);
        } catch (IllegalArgumentException e) {
            throw new NotAccepted(name + " is not a UUID");
        }
    }

    /** A number from 0 to 1. */
    double unit(String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        return require(name, number >= 0 && number <= 1, number);
    }

    /** A NumericDate (RFC 7519, 2) in whole seconds. */
    Instant time(String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        long seconds = require(name, whole, value.longValue());
        return Instant.ofEpochSecond(require(name, seconds > 0 && seconds <= LATEST_SECOND, seconds));
    }

    boolean has(String name) {
        return claims.has(name);
    }

    private static <T> T require(String name, boolean holds, T value) throws NotAccepted {
        if (!holds) {
            throw new NotAccepted(name + " is missing, or not of its type or range");
        }
        return value;
    }

    @Override
    public String toString() {
        return "StrictClaims[redacted]";
    }
}
