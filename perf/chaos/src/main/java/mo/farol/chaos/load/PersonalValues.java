package mo.farol.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.http.Reply;

/**
 * What gateways released about people before anything happened, as it was: to be looked for where it must not be. Kept in
 * memory only, and never printed.
 */
final class PersonalValues {
    /** Shorter ones stand anywhere by chance. */
    private static final int LEAST_BYTES = 6;

    private static final String PHOTO = "photo";
    private static final int PHOTO_PIECE = 48;
    /** Words of the catalogue, which say nothing about anybody. */
    private static final String WORD = "[a-z_-]+";

    private final Map<String, Canary> byValue = new LinkedHashMap<>();

    /** @param n the resident's number */
    void learn(int n, Reply reply) throws IOException {
        for (Map.Entry<String, JsonNode> field : reply.json().path("released").properties()) {
            add(
                    field.getKey() + " of " + n,
                    piece(field.getKey(), field.getValue().asText()));
        }
    }

    List<Canary> all() {
        return List.copyOf(byValue.values());
    }

    /** A whole photo is never quoted; a piece out of its middle may be. Its head is the same for everybody. */
    private static String piece(String field, String value) {
        int middle = value.length() / 2;
        return field.equals(PHOTO) ? value.substring(middle, Math.min(value.length(), middle + PHOTO_PIECE)) : value;
    }

    private void add(String name, String value) {
        boolean alone = value.getBytes(StandardCharsets.UTF_8).length >= LEAST_BYTES && !value.matches(WORD);
        if (alone) {
            byValue.putIfAbsent(value, new Canary(name, value));
        }
    }

    @Override
    public String toString() {
        return "PersonalValues[redacted]";
    }
}
