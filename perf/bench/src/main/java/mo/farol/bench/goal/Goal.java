package mo.farol.bench.goal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import mo.farol.bench.figure.Figure;
import mo.farol.bench.world.PeerMissing;

/** Measures one goal. */
@FunctionalInterface
public interface Goal {
    /**
     * @throws PeerMissing when this machine lacks what it is measured against
     * @throws IOException also when answers were not what they should be
     */
    List<Figure> take(Bench bench) throws PeerMissing, IOException, SQLException, InterruptedException;
}
