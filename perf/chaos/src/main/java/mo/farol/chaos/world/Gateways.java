package mo.farol.chaos.world;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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

    /** @throws IOException with what each says of itself, when not all are ready in time */
    void awaitReady(Duration within) throws IOException, InterruptedException {
        if (!Patience.atMost(within, () -> troubles().isEmpty())) {
            throw new IOException(
                    "waited " + within.toMillis() + " ms in vain for all gateways to be ready: " + troubles());
        }
    }

    private List<String> troubles() throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        for (GatewayProcess each : all) {
            each.trouble().ifPresent(troubles::add);
        }
        return troubles;
    }
}
