package mo.farol.demo.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mo.farol.phone.file.OwnerOnlyFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code .farol/demo.json}: what runs where, for programs. It is there while the demo runs, and holds no secret.
 *
 * @param gateway the first gateway's address
 * @param gateways all gateways' addresses
 * @param portal the resident portal's address, null while there is none
 * @param management the first gateway's health and metrics
 * @param managements those of all gateways, in the order of {@code gateways}
 * @param issuer the audience of the terminals' assertions
 * @param pid the demo's process
 * @param signIn the sign-in stand-in; its issuers are below it
 * @param faceCheck the face-check stand-in
 * @param kiosks the kiosks' stand-in
 * @param mail the folder of the mails that were sent
 * @param operators the roles for which {@code ./farol operator-token} prints a token
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DemoSummary(
        URI gateway,
        List<URI> gateways,
        @Nullable URI portal,
        URI management,
        List<URI> managements,
        String issuer,
        long pid,
        @Nullable URI signIn,
        @Nullable URI faceCheck,
        @Nullable URI kiosks,
        @Nullable String mail,
        List<TerminalRow> terminals,
        List<ResidentRow> residents,
        List<String> purposes,
        List<OperatorRow> operators) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The summary of the demo that runs in this folder; empty when none runs. */
    public static Optional<DemoSummary> ofRunning(StateFolder folder) throws IOException {
        if (!Files.exists(folder.summary())) {
            return Optional.empty();
        }
        DemoSummary summary = JSON.readValue(Files.readAllBytes(folder.summary()), DemoSummary.class);
        return ProcessHandle.of(summary.pid()).filter(ProcessHandle::isAlive).map(process -> summary);
    }

    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /** @param purposes names of the purposes the terminal's institution is granted */
    public record TerminalRow(String name, String institution, List<String> purposes) {}

    /** @param wards numbers of the minors this resident is a parent or guardian of */
    public record ResidentRow(int n, String kind, List<Integer> wards) {}

    public record OperatorRow(String role) {}
}
