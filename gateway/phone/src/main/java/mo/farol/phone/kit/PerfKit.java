package mo.farol.phone.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
 * All that a load test needs to know of a deployment: it reads this file and the gateways' addresses, nothing else.
 * Every person in it is synthetic; the keys are real, so the file is readable by its owner only.
 *
 * @param issuer the audience of the terminals' client assertions
 * @param signIn where the residents' accounts are; null: load tests sign nobody in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PerfKit(
        @JsonProperty(required = true) List<URI> gateways,
        @JsonProperty(required = true) String issuer,
        @JsonProperty(required = true) List<KitTerminal> terminals,
        @JsonProperty(required = true) List<KitResident> residents,
        @JsonProperty("sign_in") @Nullable KitSignIn signIn) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public PerfKit {
        gateways = List.copyOf(gateways);
        terminals = List.copyOf(terminals);
        residents = List.copyOf(residents);
    }

    /** Of a deployment where load tests sign no resident in. */
    public PerfKit(List<URI> gateways, String issuer, List<KitTerminal> terminals, List<KitResident> residents) {
        this(gateways, issuer, terminals, residents, null);
    }

    /** The same kit of a deployment whose gateways are at these addresses. */
    public PerfKit at(List<URI> addresses) {
        return new PerfKit(addresses, issuer, terminals, residents, signIn);
    }

    /** @throws IOException when the file cannot be read, or is not a kit; the message names the file */
    public static PerfKit read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JSON.readValue(bytes, PerfKit.class);
        } catch (JsonProcessingException e) {
            // The original message may quote a key.
            throw new IOException(file + " is not a perf kit (line " + line(e) + ")");
        }
    }

    private static long line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    /** Writes the kit so that a reader finds the old file or the whole new one. */
    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    /** The terminal of this name. */
    public Optional<KitTerminal> terminal(String name) {
        return terminals.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The resident with this number. */
    public Optional<KitResident> resident(int n) {
        return residents.stream().filter(one -> one.n() == n).findFirst();
    }

    @Override
    public String toString() {
        return "PerfKit[gateways=" + gateways + ", terminals=" + terminals.size() + ", residents=" + residents.size()
                + "]";
    }
}
