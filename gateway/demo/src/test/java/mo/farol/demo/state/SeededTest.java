package mo.farol.demo.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterWritingAndReading() throws IOException {
        Seeded seeded = new Seeded(
                Seeded.VERSION,
                List.of(new DemoSummary.TerminalRow("bank-1", "Bank", List.of("bank.account_opening"))),
                List.of(new DemoSummary.ResidentRow(1, "adult", List.of(13))),
                Map.of(1, UUID.randomUUID()),
                URI.create("http://127.0.0.1:8580"),
                Map.of("Bank", "{\"d\":\"canary\"}"));
        seeded.write(folder.resolve("seeded"));
        assertThat(Seeded.read(folder.resolve("seeded"))).contains(seeded);
        assertThat(seeded.toString()).doesNotContain("canary");
        URI moved = URI.create("http://127.0.0.1:9999");
        assertThat(seeded.withAccountsAt(moved).accountsAt()).isEqualTo(moved);
        assertThat(seeded.withAccountsAt(moved).eids()).isEqualTo(seeded.eids());
    }

    @Test
    void startsAfreshWhenAnOlderDemoFilledTheDatabase() throws IOException {
        Path file = folder.resolve("seeded");
        Files.writeString(file, "{\"version\":1,\"terminalRows\":{\"bank-1\":3},\"terminals\":[],\"residents\":[]}");
        assertThat(Seeded.read(file)).isEmpty();
        assertThat(Seeded.read(folder.resolve("none"))).isEmpty();
    }
}
