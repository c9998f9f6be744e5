package mo.farol.simulation.gateway;

import mo.farol.simulation.client.Link;
import mo.farol.simulation.clock.Chance;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.phone.Wallet;
import mo.farol.simulation.postgres.Server;

/** What a gateway finds where it starts. */
public record Machine(
        int number,
        Timeline timeline,
        Chance chance,
        WallClock clock,
        Link link,
        Server server,
        Bus bus,
        Town town,
        Wallet wallet) {}
