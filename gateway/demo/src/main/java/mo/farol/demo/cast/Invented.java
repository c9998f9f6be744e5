package mo.farol.demo.cast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.demo.people.Kind;
import mo.farol.demo.people.Person;
import mo.farol.phone.operator.SyntheticResident;
import org.jspecify.annotations.Nullable;

/** Synthetic people in the form that the operator API takes them. */
public final class Invented {
    private static final List<String> LANGUAGES = List.of("zh-Hant", "pt", "en");

    private Invented() {}

    /** With an e-mail address, but for children and every other senior: there are people without. */
    public static SyntheticResident withContact(Person person) {
        boolean none = person.kind() == Kind.MINOR || person.kind() == Kind.SENIOR && person.n() % 2 == 0;
        return of(person, none ? null : email(person.n()));
    }

    /** Without an e-mail address: load tests send no mail. */
    public static SyntheticResident withoutContact(Person person) {
        return of(person, null);
    }

    /** Where resident {@code n} gets notices. */
    public static String email(int n) {
        return "resident-" + n + "@example.mo";
    }

    private static SyntheticResident of(Person person, @Nullable String email) {
        Map<String, String> fields = new HashMap<>();
        person.resident().fields().forEach((field, value) -> fields.put(field.wireName(), value));
        return new SyntheticResident(
                fields,
                person.resident().cardExpires() == null
                        ? null
                        : person.resident().cardExpires().toString(),
                person.resident().multiple(),
                email,
                LANGUAGES.get(Math.floorMod(person.n(), LANGUAGES.size())));
    }
}
