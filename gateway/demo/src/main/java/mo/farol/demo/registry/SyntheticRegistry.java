package mo.farol.demo.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mo.farol.core.policy.Field;
import mo.farol.demo.people.Kind;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;

/**
 * Writes a civil registry of invented people as NDJSON: residents first, then who may act for which minor. The same seed
 * and day give the same file.
 */
public final class SyntheticRegistry {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hant", "zh-Hant", "pt", "en");
    private static final List<Field> NAMES =
            List.of(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH, Field.SURNAME_PT, Field.GIVEN_NAMES_PT);
    /** In one cast of sixteen the twins are registered as such: one resident in a hundred. */
    private static final int CASTS_PER_TWINS = 16;
    /** Who is a second parent or guardian, by the place in a cast of the minor. */
    private static final Map<Integer, Integer> SECOND = Map.of(13, 2, 14, 2, 16, 6);

    private final People people;
    private final TinyPortraits portraits;
    private final boolean photos;

    /** @param photos whether everybody has a tiny portrait, or nobody has one */
    public SyntheticRegistry(long seed, LocalDate today, boolean photos) {
        this.people = new People(seed, today);
        this.portraits = new TinyPortraits(seed);
        this.photos = photos;
    }

    /**
     * Writes residents 1 to {@code residents} and their guardianships; {@code out} is flushed and left open.
     *
     * @return how many guardianships there are
     */
    public int write(int residents, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(new SerializedString("\n"));
        for (int n = 1; n <= residents; n++) {
            resident(json, people.withoutPhoto(n));
        }
        int guardianships = 0;
        for (int n = 1; n <= residents; n++) {
            guardianships += guardianships(json, n, residents);
        }
        json.writeRaw('\n');
        json.close();
        return guardianships;
    }

    private void resident(JsonGenerator json, Person person) throws IOException {
        Map<Field, String> fields = person.resident().fields();
        json.writeStartObject();
        json.writeStringField("kind", "resident");
        for (Field name : NAMES) {
            json.writeStringField(name.wireName(), fields.getOrDefault(name, ""));
        }
        for (Map.Entry<Field, String> field : fields.entrySet()) {
            if (!NAMES.contains(field.getKey())) {
                json.writeStringField(field.getKey().wireName(), field.getValue());
            }
        }
        json.writeStringField("card_status", "in_force");
        json.writeNumberField("sequence", 1);
        json.writeBooleanField("multiple", isMultiple(person));
        json.writeStringField("language", LANGUAGES.get(person.n() % LANGUAGES.size()));
        json.writeStringField("email", hasEmail(person) ? "resident." + person.n() + "@mail.example" : "");
        if (photos) {
            json.writeStringField("photo", portraits.of(person.n()));
        }
        json.writeEndObject();
    }

    private int guardianships(JsonGenerator json, int n, int residents) throws IOException {
        int role = (n - 1) % People.ROSTER + 1;
        int cast = n - role;
        int written = 0;
        for (int ward : people.withoutPhoto(n).wards()) {
            if (ward <= residents) {
                guardianship(json, ward, n, "parent");
                written++;
            }
        }
        Integer second = SECOND.get(role);
        if (second != null) {
            guardianship(json, n, cast + second, role == 16 ? "guardian" : "parent");
            written++;
        }
        return written;
    }

    private void guardianship(JsonGenerator json, int minor, int guardian, String relation) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "guardianship");
        json.writeStringField("minor_id_number", number(minor));
        json.writeStringField("guardian_id_number", number(guardian));
        json.writeStringField("relation", relation);
        json.writeNumberField("sequence", 1);
        json.writeEndObject();
    }

    private String number(int n) {
        return String.valueOf(people.withoutPhoto(n).resident().fields().get(Field.ID_NUMBER));
    }

    private static boolean isMultiple(Person person) {
        return person.kind() == Kind.TWIN && (person.n() - 1) / People.ROSTER % CASTS_PER_TWINS == 0;
    }

    /** Half of the seniors and one in ten of the others have none. */
    private static boolean hasEmail(Person person) {
        return person.kind() == Kind.SENIOR ? person.n() % 2 == 0 : person.n() % 10 != 0;
    }

    /** Whether a file of this name can be written: {@code .ndjson} or {@code .jsonl}, and {@code .gz} behind. */
    public static boolean canWrite(String name) {
        return name.matches("(?i).*\\.(ndjson|jsonl)(\\.gz)?");
    }
}
