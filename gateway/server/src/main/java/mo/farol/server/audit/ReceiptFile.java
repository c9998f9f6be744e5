package mo.farol.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.server.audit.ProofFile.DoesNotHold;
import mo.farol.server.jws.NotAccepted;
import org.jspecify.annotations.Nullable;

/** A receipt as its holder keeps it: the compact JWS, or the answer that it came in. */
final class ReceiptFile {
    private static final String JWS = "jws";

    /** An answer may hold a photograph, which is longer than what the API itself reads. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReceiptFile() {}

    /** @throws DoesNotHold unless one of {@code keys} signed it, and signed all that stands beside the signature */
    static Receipt read(Path file, ReceiptKeys keys) throws IOException, DoesNotHold {
        String text = Files.readString(file).strip();
        try {
            if (!text.startsWith("{")) {
                return receipt(keys.open(text));
            }
            JsonNode answer = JSON.readTree(text);
            JsonNode shown = answer.has(JWS) ? answer : answer.path("receipt");
            ReceiptKeys.Signed signed = keys.open(shown.path(JWS).asText());
            compare(shown, signed.jws().claims());
            return receipt(signed);
        } catch (NotAccepted e) {
            throw new DoesNotHold(Objects.requireNonNull(e.getMessage()));
        } catch (JsonProcessingException e) {
            throw new DoesNotHold("it is not a receipt");
        }
    }

    private static void compare(JsonNode shown, JsonNode claims) throws DoesNotHold {
        for (Map.Entry<String, JsonNode> each : shown.properties()) {
            boolean signed = each.getKey().equals(JWS) || each.getValue().equals(claims.get(each.getKey()));
            if (!signed) {
                throw new DoesNotHold("its " + each.getKey() + " is not the one that was signed");
            }
        }
    }

    private static Receipt receipt(ReceiptKeys.Signed signed) throws NotAccepted {
        JsonNode claims = signed.jws().claims();
        try {
            byte[] leaf = Base64.getUrlDecoder().decode(claims.path("leaf_hash").asText());
            if (leaf.length == TreeHash.LENGTH) {
                return new Receipt(UUID.fromString(claims.path("id").asText()), leaf, signed.kid());
            }
        } catch (IllegalArgumentException e) {
            throw new NotAccepted("it is not a receipt of a record");
        }
        throw new NotAccepted("it is not a receipt of a record");
    }

    /**
     * What a receipt states of its record.
     *
     * @param kid of the gateway's key that signed it
     */
    record Receipt(UUID id, byte[] leaf, String kid) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Receipt that
                    && id.equals(that.id)
                    && Arrays.equals(leaf, that.leaf)
                    && kid.equals(that.kid);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, Arrays.hashCode(leaf), kid);
        }
    }
}
