package mo.farol.token.vectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The file of golden challenges: the key, genuine texts, hostile texts. */
record ChallengeVectorFile(String note, Key key, List<ChallengeVector> genuine, List<ChallengeVector> hostile) {
    private static final String RESOURCE = "/vectors/eidc1.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The challenge key of the vectors' deployment. It is public: never use it. */
    record Key(
            @JsonProperty("key_id") String keyId,
            @JsonProperty("private") String scalar,
            @JsonProperty("public") String point) {}

    static ChallengeVectorFile stored() {
        try (InputStream in = Objects.requireNonNull(ChallengeVectorFile.class.getResourceAsStream(RESOURCE))) {
            return JSON.readValue(in, ChallengeVectorFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's text, the same for the same vectors. */
    String toJson() {
        try {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
            return JSON.writer(printer).writeValueAsString(this) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
