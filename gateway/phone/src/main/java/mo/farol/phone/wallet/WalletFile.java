package mo.farol.phone.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import mo.farol.phone.file.OwnerOnlyFile;
import mo.farol.token.BindingKeyId;

/** A wallet on disk. Its keys are secret, so it never prints. */
record WalletFile(PhoneLabel phone, List<HeldRow> eIds, List<PendingRow> waiting) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    static WalletFile of(PhoneLabel phone, List<HeldEid> held, List<PendingKey> pending) {
        return new WalletFile(
                phone,
                held.stream().map(HeldRow::of).toList(),
                pending.stream().map(PendingRow::of).toList());
    }

    static WalletFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JSON.readValue(bytes, WalletFile.class);
        } catch (JsonProcessingException e) {
            // The original message may quote a key.
            throw new IOException(file + " is not a wallet");
        }
    }

    void write(Path file) throws IOException {
        OwnerOnlyFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    List<HeldEid> held() {
        return eIds.stream().map(HeldRow::eid).toList();
    }

    List<PendingKey> pending() {
        return waiting.stream().map(PendingRow::key).toList();
    }

    @Override
    public String toString() {
        return "WalletFile[redacted]";
    }

    private record HeldRow(UUID eId, UUID binding, byte[] keyId, byte[] privateKey) {
        static HeldRow of(HeldEid eid) {
            return new HeldRow(eid.eid(), eid.binding(), eid.keyId().bytes(), eid.scalar());
        }

        HeldEid eid() {
            return new HeldEid(eId, binding, BindingKeyId.of(keyId), privateKey);
        }
    }

    private record PendingRow(UUID eId, UUID challenge, byte[] nonce, byte[] keyId, byte[] privateKey) {
        static PendingRow of(PendingKey key) {
            return new PendingRow(
                    key.eid(), key.challenge(), key.nonce(), key.keyId().bytes(), key.scalar());
        }

        PendingKey key() {
            return new PendingKey(eId, challenge, nonce, BindingKeyId.of(keyId), privateKey);
        }
    }
}
