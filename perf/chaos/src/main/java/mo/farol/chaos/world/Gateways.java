package mo.farol.chaos.world;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** All gateways of a world. */
record Gateways(List<GatewayProcess> all) {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    Gateways {
        all = List.copyOf(all);
    }

    /** @param number from 1 */
    GatewayProcess get(int number) {
        return all.get(number - 1);
    }

    List<Node> nodes() {
        return all.stream().map(GatewayProcess::node).toList();
    }

    void startAll() throws IOException {
        for (GatewayProcess each : all) {
            each.start();
        }
    }

    /** All at once, as a power switch that asks first. */
    void stopAll() throws IOException, InterruptedException {
        for (GatewayProcess each : all) {
            each.thaw();
        }
        for (GatewayProcess each : all) {
            each.tellToStop();
        }
        for (GatewayProcess each : all) {
            each.stop();
        }
    }

    /** One after the other; the next only when the one before is ready again, or was given a minute to be. */
    void roll() throws IOException, InterruptedException {
        for (GatewayProcess each : all) {
            each.stop();
            each.start();
            Patience.until(READY_WITHIN, "gateway " + each.node().number() + " is ready again", each::ready);
        }
    }

    boolean allReady() throws InterruptedException {
        for (GatewayProcess each : all) {
            if (!each.ready()) {
                return false;
            }
        }
        return true;
    }
}
