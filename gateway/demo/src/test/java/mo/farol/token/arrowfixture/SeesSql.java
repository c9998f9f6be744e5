package mo.farol.token.arrowfixture;

import java.sql.Connection;

/** The token room does no I/O. */
public interface SeesSql {
    void use(Connection connection);
}
