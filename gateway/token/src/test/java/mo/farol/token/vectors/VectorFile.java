package mo.farol.token.vectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyRingBuilder;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.key.TicketKey;

/** The file of golden vectors: keys, genuine codes, hostile texts. */
record VectorFile(String note, Keys keys, List<Vector> genuine, List<Vector> hostile) {
    static final String RESOURCE = "/vectors/eid1.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The keys of the one deployment of the vectors. They are public: never use them. */
    record Keys(
            List<Recipient> recipients,
            @JsonProperty("ticket_keys") List<Ticket> ticketKeys,
            Phone phone) {}

    record Recipient(
            String type,
            String kid,
            @JsonProperty("private") String privateKey,
            @JsonProperty("public") String publicKey,
            String state) {}

    record Ticket(String type, String day, String epoch, String key, String state) {}

    record Phone(
            @JsonProperty("key_id") String keyId,
            @JsonProperty("private") String scalar,
            @JsonProperty("public") String point) {}

    /** As the test resources have it. */
    static VectorFile stored() {
        try (InputStream in = Objects.requireNonNull(VectorFile.class.getResourceAsStream(RESOURCE))) {
            return JSON.readValue(in, VectorFile.class);
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

    /** The ring that the keys make. */
    KeyRing ring() {
        KeyRingBuilder ring = KeyRing.builder();
        for (Recipient key : keys.recipients) {
            ring.recipient(
                    CodeType.valueOf(key.type),
                    HexFormat.fromHexDigits(key.kid),
                    hex(key.privateKey),
                    hex(key.publicKey),
                    KeyState.valueOf(key.state));
        }
        for (Ticket key : keys.ticketKeys) {
            TicketEpoch epoch = new TicketEpoch(HexFormat.fromHexDigits(key.epoch));
            ring.ticketKey(new TicketKey(epoch, hex(key.key), KeyState.valueOf(key.state)));
        }
        return ring.build();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
