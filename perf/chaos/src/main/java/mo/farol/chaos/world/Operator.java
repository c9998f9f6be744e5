package mo.farol.chaos.world;

import java.io.IOException;

/**
 * What the operator does by the commands that the documentation names, when the database is not the one that it was.
 *
 * @param raiseCodeFloor after a failover to a standby that had all that was acknowledged
 * @param restore after anything that lost some of it
 */
record Operator(Gateways gateways, CommandLine raiseCodeFloor, CommandLine restore) {
    /** While the gateways run, and do not decide. */
    void afterFailover() throws IOException, InterruptedException {
        raiseCodeFloor.run();
    }

    /** With every gateway stopped. The gateways are started again, and not awaited. */
    void afterRestore() throws IOException, InterruptedException {
        gateways.stopAll();
        restore.run();
        gateways.startAll();
    }
}
