package mo.farol.demo.leaks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mo.farol.core.policy.Field;
import mo.farol.demo.cast.Invented;
import mo.farol.demo.people.People;
import mo.farol.demo.people.Person;
import mo.farol.phone.canary.Canary;

/** The values of the demo's people and its secrets, those that cannot stand anywhere by chance. */
public final class PersonalValues {
    private static final int LEAST_BYTES = 6;
    private static final int PHOTO_PIECE = 48;
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private PersonalValues() {}

    static List<Canary> of(People people) {
        List<Canary> values = new ArrayList<>();
        for (int n = 1; n <= People.ROSTER; n++) {
            Person person = people.person(n);
            for (Map.Entry<Field, String> each : person.resident().fields().entrySet()) {
                if (each.getKey() != Field.BIRTH_DATE && each.getValue().matches(DATE)) {
                    // A card's dates may be today's, as every log's are.
                    continue;
                }
                add(values, each.getKey() + " of " + n, piece(each.getKey(), each.getValue()));
            }
            add(values, "e-mail of " + n, Invented.email(n));
        }
        return values;
    }

    /** What is in the files of this folder, each a secret. */
    public static List<Canary> secrets(Path folder) throws IOException {
        List<Canary> values = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                add(
                        values,
                        "secret " + file.getFileName(),
                        Files.readString(file).strip());
            }
        }
        return values;
    }

    /** A whole photo is never quoted; a piece out of its middle may be. Its head is the same for everybody. */
    private static String piece(Field field, String value) {
        int middle = value.length() / 2;
        return field == Field.PHOTO ? value.substring(middle, middle + PHOTO_PIECE) : value;
    }

    private static void add(List<Canary> values, String name, String value) {
        boolean alone = value.getBytes(StandardCharsets.UTF_8).length >= LEAST_BYTES && !value.matches("[a-z_-]+");
        boolean known = values.stream().anyMatch(each -> each.value().equals(value));
        if (alone && !known) {
            values.add(new Canary(name, value));
        }
    }
}
