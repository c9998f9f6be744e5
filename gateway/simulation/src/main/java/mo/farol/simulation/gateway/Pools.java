package mo.farol.simulation.gateway;

import java.util.ArrayList;
import java.util.List;
import mo.farol.simulation.client.Host;
import mo.farol.simulation.client.PoolOfSessions;
import mo.farol.store.connection.Connections;

/** A gateway's pools of connections. */
final class Pools {
    private final Host host;
    private final List<PoolOfSessions> all = new ArrayList<>();

    Pools(Host host) {
        this.host = host;
    }

    /** The product's own connections, which check each server they meet, over a simulated pool. */
    Connections open(int size, long silence) {
        return new Connections(false, admit -> {
            PoolOfSessions pool = new PoolOfSessions(host, size, silence, admit);
            all.add(pool);
            return pool.pool();
        });
    }

    List<PoolOfSessions> all() {
        return all;
    }
}
