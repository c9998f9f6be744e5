package mo.farol.chaos.load;

import java.sql.Connection;
import java.sql.SQLException;

/** The primary, as the superuser. */
@FunctionalInterface
public interface Database {
    /** A new connection, which the caller closes. */
    Connection open() throws SQLException;
}
