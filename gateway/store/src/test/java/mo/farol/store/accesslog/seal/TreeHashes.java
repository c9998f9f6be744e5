package mo.farol.store.accesslog.seal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.accesslog.tree.RightEdge;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.store.testing.TestDatabase;

/** The root over the entries that a database has. */
final class TreeHashes {
    private TreeHashes() {}

    static byte[] root(TestDatabase database, long size) {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT leaf FROM log_leaf WHERE index < " + size + " ORDER BY index")) {
            List<byte[]> leaves = new ArrayList<>();
            while (rows.next()) {
                leaves.add(TreeHash.leaf(rows.getBytes(1)));
            }
            return RightEdge.EMPTY.append(leaves).edge().root();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
