package mo.farol.server.importing;

import java.util.Locale;

/** Lines of invented people, as files have them. */
final class RegistryRows {
    /** In every name and address: nothing that is printed may have it. */
    static final String CANARY = "Canário";

    private RegistryRows() {}

    static String number(int n) {
        return String.format(Locale.ROOT, "1%06d(%d)", n, n % 10);
    }

    static String adult(int n) {
        return resident(n, "1980-01-31", "");
    }

    static String child(int n) {
        return resident(n, "2015-01-31", "");
    }

    /** @param more members, each with a comma before it */
    static String resident(int n, String born, String more) {
        return "{\"kind\":\"resident\",\"id_number\":\"" + number(n)
                + "\",\"surname_zh\":\"陳\",\"given_names_zh\":\"大文\",\"surname_pt\":\"" + CANARY
                + "\",\"given_names_pt\":\"João " + n + "\",\"sex\":\"M\",\"birth_date\":\"" + born
                + "\",\"birthplace\":\"A\",\"residence_status\":\"permanent\",\"first_issue_date\":\"2016-01-31\","
                + "\"issue_date\":\"2020-01-31\",\"expiry_date\":\"2030-01-31\",\"card_status\":\"in_force\","
                + "\"sequence\":1" + more + "}";
    }

    static String parent(int minor, int guardian) {
        return "{\"kind\":\"guardianship\",\"minor_id_number\":\"" + number(minor) + "\",\"guardian_id_number\":\""
                + number(guardian) + "\",\"relation\":\"parent\",\"sequence\":1}";
    }
}
