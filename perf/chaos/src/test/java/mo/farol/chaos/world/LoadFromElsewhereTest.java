package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The load simulations against a deployment whose machine they cannot look into: from another network namespace, with the
 * deployment's folder hidden, so that the kit is all they have of it.
 */
@EnabledIf(
        value = "hasWhatItNeeds",
        disabledReason = "needs root, ip, iptables, PostgreSQL 15, ./farol and ./farol load built")
class LoadFromElsewhereTest {
    private static final int RESIDENTS = 60;

    /** The first argument is hidden in a mount namespace of the program's own, and only there. */
    private static final String HIDING = "mount -t tmpfs none \"$1\" && shift && exec \"$@\"";

    @TempDir
    private Path bag;

    static boolean hasWhatItNeeds() throws IOException {
        return WorldTest.hasWhatItNeeds() && Files.exists(Product.checkout().resolve("perf/gatling/target/built"));
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void aGateRushNeedsNothingButAddressesAndAKit() throws Exception {
        Plan plan = Plan.in(Path.of("target", "load-test")).withResidents(RESIDENTS);
        try (World world = World.start(plan)) {
            Path kit = bag.resolve("kit.json");
            world.kit().write(kit);
            List<String> command = world.elsewhere(List.of(
                    "unshare",
                    "--mount",
                    "sh",
                    "-c",
                    HIDING,
                    "sh",
                    plan.folder().toString(),
                    Product.checkout().resolve("farol").toString(),
                    "load",
                    "gate-rush",
                    "--kit",
                    kit.toString(),
                    "--rate",
                    "4",
                    "--ramp",
                    "1",
                    "--seconds",
                    "4",
                    "--waves",
                    "2",
                    "--errors",
                    "0",
                    "--out",
                    bag.resolve("report").toString()));
            Ended load = run(command);
            assertThat(load.status()).as(load.printed()).isZero();
            assertThat(load.printed()).contains("load.border (clearance)");
            assertThat(world.truth().redemptions()).hasSizeGreaterThan(15);
        }
        try (var reports = Files.walk(bag.resolve("report"))) {
            assertThat(reports).anyMatch(file -> file.endsWith("index.html"));
        }
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private record Ended(int status, String printed) {}
}
