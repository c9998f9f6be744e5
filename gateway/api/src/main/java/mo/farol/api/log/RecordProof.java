package mo.farol.api.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The 200 answer to {@code GET /log/proof/{receipt}} and {@code GET /resident/v1/access-records/{id}/proof}: all it takes
 * to check, with nobody's help, that a record is in the log that a checkpoint signs. Bytes are base64url.
 *
 * @param record the record's canonical bytes
 * @param salt 32 bytes
 * @param leafHash SHA-256(salt || record), 32 bytes: the entry of the log, as the receipt states it
 * @param index of the entry, from 0
 * @param path the audit path (RFC 6962, 2.1.1), 32 bytes each, the leaf's neighbour first
 * @param checkpoint the signed checkpoint as text (C2SP tlog-checkpoint)
 * @param subject who the record is about; for residents only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordProof(
        UUID id,
        String record,
        String salt,
        String leafHash,
        long index,
        List<String> path,
        String checkpoint,
        @Nullable Subject subject) {
    /**
     * Opens the record's subject: SHA-256(salt, 16 bytes || resident, 8 || binding, 8).
     *
     * @param salt as a UUID
     * @param resident the number of their row, 0 for nobody
     * @param binding the number of its row, 0 for none
     */
    public record Subject(UUID salt, long resident, long binding) {}
}
