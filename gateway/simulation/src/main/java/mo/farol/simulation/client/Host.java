package mo.farol.simulation.client;

import mo.farol.simulation.clock.Process;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.postgres.Server;

/** Where the client library runs, and how it reaches the server. */
public record Host(Timeline timeline, Process process, Link link, Server server) {
    Planting planting() {
        return new Planting(server.planted());
    }
}
