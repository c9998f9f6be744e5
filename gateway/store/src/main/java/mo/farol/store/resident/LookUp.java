package mo.farol.store.resident;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import mo.farol.core.policy.FieldSet;

/**
 * An operator's look-up that is to be recorded.
 *
 * @param resident who was found; 0: nobody has the number
 * @param released names of the fields that the operator is shown or has given
 */
record LookUp(UUID attempt, long resident, FieldSet released, String operator, String reason) {
    static final long NOBODY = 0;

    /**
     * SHA-256 of attempt, operator and reason: all of the request but the number, which a hash would not hide. Each
     * text is its length in bytes, 4 bytes, and UTF-8.
     */
    byte[] requestHash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(attempt.getMostSignificantBits());
            out.writeLong(attempt.getLeastSignificantBits());
            for (String text : new String[] {operator, reason}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
