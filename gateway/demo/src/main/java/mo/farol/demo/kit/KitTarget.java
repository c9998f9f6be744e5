package mo.farol.demo.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * A deployment that a perf kit can be made for, as one file describes it. It holds no secret: only a deployment whose
 * sign-in and face checks are stand-ins lets anybody in by name.
 *
 * @param gateways where its gateways are
 * @param issuer the audience of terminals' assertions
 * @param signIn the sign-in stand-in, as the demo's
 * @param institution whose terminals the load comes from
 * @param means the approved means of these terminals
 * @param purposes what that institution is granted
 */
public record KitTarget(
        List<URI> gateways, String issuer, URI signIn, String institution, String means, List<String> purposes) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    public KitTarget {
        gateways = List.copyOf(gateways);
        purposes = List.copyOf(purposes);
    }

    /** @throws IOException when the file cannot be read, or does not describe a target; the message names it */
    public static KitTarget read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JSON.readValue(bytes, KitTarget.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " does not describe a target: " + e.getOriginalMessage());
        }
    }

    public void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }
}
