package mo.farol.chaos.world;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import mo.farol.phone.http.TokenSource;

/** Who acts by the resident and operator APIs, and what has no API yet. Safe for use by many threads. */
public interface People {
    /** The resident with this number in the kit, signed in by the app with a second proof. The session is always the same. */
    TokenSource resident(int n);

    /** @param role {@code registry_officer}, {@code counter_officer} or {@code auditor} */
    TokenSource operator(String role);

    /** The sign-in stand-in, as this program reaches it. */
    URI signIn();

    /** Names of the institutions, their rows, their grants and their terminals. */
    List<Institution> institutions();

    /**
     * Withdraws a grant as the database's owner, until there is an API for it; acknowledged by returning.
     *
     * @throws SQLException when it may or may not have been withdrawn
     * @throws IOException when there is no such grant
     */
    void withdrawGrant(String institution, String purpose) throws SQLException, IOException;

    /** Grants again what was withdrawn, as a new version. */
    void grantAgain(String institution, String purpose) throws SQLException, IOException;

    /**
     * @param row its name in the operator API
     * @param terminals client ids
     * @param purposes what its terminals may ask for
     */
    record Institution(long row, String name, List<String> terminals, List<String> purposes) {
        public Institution {
            terminals = List.copyOf(terminals);
            purposes = List.copyOf(purposes);
        }
    }
}
