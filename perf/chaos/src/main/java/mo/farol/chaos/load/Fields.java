package mo.farol.chaos.load;

import java.util.List;
import java.util.stream.IntStream;

/** The names of fields in the API by their bit in the database, as the public catalogue of fields has them. */
final class Fields {
    private static final List<String> NAMES = List.of(
            "surname_zh",
            "given_names_zh",
            "surname_pt",
            "given_names_pt",
            "sex",
            "birth_date",
            "birthplace",
            "residence_status",
            "id_number",
            "first_issue_date",
            "issue_date",
            "expiry_date",
            "photo",
            "handle");

    /** What a person compares, and so is always asked for in person. */
    static final List<String> COMPARED =
            List.of("surname_zh", "given_names_zh", "surname_pt", "given_names_pt", "photo");

    private Fields() {}

    /** The fields of a mask. */
    static List<String> of(int mask) {
        return IntStream.range(0, NAMES.size())
                .filter(bit -> (mask >> bit & 1) == 1)
                .mapToObj(NAMES::get)
                .toList();
    }
}
