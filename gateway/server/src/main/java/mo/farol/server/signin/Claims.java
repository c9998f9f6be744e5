package mo.farol.server.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mo.farol.server.jws.NotAccepted;

/** The claims of a token (RFC 7519, 4), each read as the type it must have. A claim of another type is not accepted. */
final class Claims {
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_LIST = 64;

    private final JsonNode claims;

    Claims(JsonNode claims) {
        this.claims = claims;
    }

    boolean has(String name) {
        return claims.has(name);
    }

    String text(String name) throws NotAccepted {
        return optionalText(name).orElseThrow(() -> new NotAccepted(name + " is missing"));
    }

    /** 1 to {@value #LONGEST_TEXT} characters, none of them a control character. */
    Optional<String> optionalText(String name) throws NotAccepted {
        return claims.has(name) ? Optional.of(checked(name, claims.get(name))) : Optional.empty();
    }

    /** A text of any length, which may be empty. */
    String longText(String name) throws NotAccepted {
        String text = claims.path(name).textValue();
        if (text == null) {
            throw new NotAccepted(name + " is not a text");
        }
        return text;
    }

    /** A NumericDate in whole seconds. */
    long seconds(String name) throws NotAccepted {
        return optionalSeconds(name).orElseThrow(() -> new NotAccepted(name + " is missing"));
    }

    OptionalLong optionalSeconds(String name) throws NotAccepted {
        if (!claims.has(name)) {
            return OptionalLong.empty();
        }
        JsonNode value = claims.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
            throw new NotAccepted(name + " is not a time");
        }
        return OptionalLong.of(value.longValue());
    }

    /** A text, or a list of texts. */
    List<String> texts(String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        return value.isArray() ? list(name, value) : List.of(text(name));
    }

    /** The list of texts under these names, from the outermost in; none when it is not there. */
    List<String> listAt(List<String> path) throws NotAccepted {
        JsonNode value = claims;
        for (String name : path) {
            value = value.path(name);
        }
        return value.isArray() ? list(path.getLast(), value) : List.of();
    }

    /** The object under {@code name}; empty when it is not there. */
    Optional<JsonNode> object(String name) throws NotAccepted {
        if (!claims.has(name)) {
            return Optional.empty();
        }
        if (!claims.get(name).isObject()) {
            throw new NotAccepted(name + " is not an object");
        }
        return Optional.of(claims.get(name));
    }

    private static List<String> list(String name, JsonNode array) throws NotAccepted {
        if (array.size() > LONGEST_LIST) {
            throw new NotAccepted(name + " is too long");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            texts.add(checked(name, each));
        }
        return texts;
    }

    private static String checked(String name, JsonNode value) throws NotAccepted {
        String text = value.textValue();
        if (text == null || text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new NotAccepted(name + " is not a text of 1 to " + LONGEST_TEXT + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new NotAccepted(name + " has control characters");
        }
        return text;
    }
}
