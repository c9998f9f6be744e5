package mo.farol.chaos.world;

import java.io.IOException;
import java.sql.SQLException;

/** What heals a fault that is in place. */
interface Undo {
    void run() throws IOException, SQLException, InterruptedException;
}
