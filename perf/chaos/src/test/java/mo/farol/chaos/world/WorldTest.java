package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Needs root, Debian's PostgreSQL 15 and a built checkout; without them there is no world to test. */
@EnabledIf(value = "hasWhatItNeeds", disabledReason = "needs root, ip, iptables, PostgreSQL 15 and ./farol built")
class WorldTest {
    private static final int RESIDENTS = 20;

    static boolean hasWhatItNeeds() {
        return Prerequisites.missing().isEmpty() && Product.isBuilt();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void losesAGatewayThatIsCutFromItsDatabaseAndGetsItBackAndLeavesNothing() throws Exception {
        Plan plan = Plan.in(Path.of("target", "world-test")).withResidents(RESIDENTS);
        try (World world = World.start(plan);
                Counter counter = new Counter(world)) {
            for (Node node : world.nodes()) {
                assertThat(counter.verify(node))
                        .as("at gateway " + node.number())
                        .isEqualTo("verified");
            }
            assertThat(world.truth().redemptions()).hasSize(3);

            Node second = world.nodes().get(1);
            Fault cut = new Fault.Cut(new Side.Gateway(2), new Side.Postgres(), false);
            world.inject(cut);
            assertThat(counter.verify(second)).isEqualTo("unavailable");
            assertThat(counter.verify(world.nodes().getFirst())).isEqualTo("verified");
            world.heal(cut);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> counter.verify(second).equals("verified"));
        }
        assertThat(namesOfNamespaces()).noneMatch(name -> name.contains(tag()));
        assertThat(CommandLine.of("ip", "link").run()).doesNotContain(Network.bridgeOf(Owner.self()));
        assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
    }

    private static List<String> namesOfNamespaces() throws Exception {
        return CommandLine.of("ip", "netns", "list").run().lines().toList();
    }

    private static String tag() {
        try {
            return Owner.self().tag();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
