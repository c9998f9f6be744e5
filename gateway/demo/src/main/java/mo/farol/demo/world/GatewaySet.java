package mo.farol.demo.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mo.farol.demo.gateway.GatewayAddress;
import mo.farol.demo.gateway.GatewayConfigFile;
import mo.farol.demo.gateway.GatewayProcess;
import mo.farol.demo.postgres.Roles;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.demo.standin.StandIns;
import mo.farol.demo.state.Children;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.StateFolder;

/** The demo's gateways, which share one configuration but for their ports. */
final class GatewaySet implements AutoCloseable {
    private final List<GatewayProcess> processes = new ArrayList<>();

    private GatewaySet() {}

    /** Starts them; returns at once. */
    static GatewaySet start(
            StateFolder folder,
            Database database,
            List<GatewayAddress> addresses,
            StandInAddresses outside,
            Children children)
            throws IOException {
        GatewaySet set = new GatewaySet();
        GatewayConfigFile.Surroundings around = around(folder, database, addresses, outside);
        for (GatewayAddress address : addresses) {
            Path config = folder.gatewayConfig(address.number());
            GatewayConfigFile.write(config, address, addresses, around);
            GatewayProcess process = GatewayProcess.start(address, config, folder.gatewayLog(address.number()));
            set.processes.add(process);
            children.add(process.process());
        }
        return set;
    }

    private static GatewayConfigFile.Surroundings around(
            StateFolder folder, Database database, List<GatewayAddress> addresses, StandInAddresses outside)
            throws IOException {
        Secrets secrets = new Secrets(folder.secrets());
        return new GatewayConfigFile.Surroundings(
                addresses.getFirst().api().toString(),
                database.postgres().port(),
                Roles.DATABASE,
                secrets.file("postgres-app"),
                secrets.file("postgres-ddl"),
                secrets.file("cluster"),
                folder.keys(),
                secrets.file("keys"),
                outside,
                secrets.file(StandIns.FACE_CHECK_SECRET));
    }

    /** @throws IOException when one ends, or is not ready in time; the message names its log */
    void awaitReady() throws IOException, InterruptedException {
        for (GatewayProcess process : processes) {
            process.awaitReady();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (GatewayProcess process : processes) {
            process.close();
        }
    }
}
