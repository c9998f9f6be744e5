package mo.farol.demo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    /** A program that finds a port near the given one, says which, and lives until its input ends. */
    static final class Neighbour {
        public static void main(String[] args) throws IOException {
            System.out.println(FreePorts.near(Integer.parseInt(args[0])));
            System.out.flush();
            System.in.read();
        }
    }

    @Test
    void keepOffWhatAnotherProcessHasChosenAndNotYetBound() throws Exception {
        int wanted = FreePorts.near(0);
        Process neighbour = neighbour(wanted);
        try (var told = neighbour.inputReader()) {
            assertThat(Integer.parseInt(told.readLine())).isNotEqualTo(wanted);
        } finally {
            neighbour.destroyForcibly().waitFor();
        }
    }

    @Test
    void takesWhatANeighbourHadOnceTheNeighbourHasEnded() throws Exception {
        Process neighbour = neighbour(0);
        int chosen;
        try (var told = neighbour.inputReader()) {
            chosen = Integer.parseInt(told.readLine());
            assertThat(FreePorts.near(chosen)).isNotEqualTo(chosen);
        } finally {
            neighbour.destroyForcibly().waitFor();
        }
        assertThat(FreePorts.near(chosen)).isEqualTo(chosen);
    }

    @Test
    void givesTheSamePortAgainToWhoeverRestartsAndNeverToTwoWhoWantAny() throws Exception {
        int any = FreePorts.near(0);
        assertThat(FreePorts.near(any)).isEqualTo(any);
        assertThat(FreePorts.near(0)).isNotEqualTo(any);
    }

    @Test
    void keepOffWhatIsListenedOn() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(FreePorts.near(server.getLocalPort())).isNotEqualTo(server.getLocalPort());
        }
    }

    private static Process neighbour(int wanted) throws IOException {
        return new ProcessBuilder(ChildJvm.command(Neighbour.class.getName(), Integer.toString(wanted)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
