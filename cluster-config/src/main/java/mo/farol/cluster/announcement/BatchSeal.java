package mo.farol.cluster.announcement;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Batches as bytes: version 1, sender (16), sequence (8), count (2), then kind (1), length (1) and body of each, and
 * HMAC-SHA256 over all of it (32). Big-endian.
 */
final class BatchSeal {
    private static final byte VERSION = 1;
    private static final int HEADER = 1 + 16 + 8 + 2;
    private static final int TAG = 32;
    private static final int LONGEST = 64 * 1024;

    private final SecretKey key;

    BatchSeal(SecretKey key) {
        this.key = key;
    }

    byte[] seal(Batch batch) {
        int length = HEADER + TAG;
        for (Announcement each : batch.announcements()) {
            length += 2 + each.body().length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length)
                .put(VERSION)
                .putLong(batch.sender().getMostSignificantBits())
                .putLong(batch.sender().getLeastSignificantBits())
                .putLong(batch.sequence())
                .putShort((short) batch.announcements().size());
        for (Announcement each : batch.announcements()) {
            buffer.put(each.kind()).put((byte) each.body().length).put(each.body());
        }
        return buffer.put(tag(buffer.array(), buffer.position())).array();
    }

    /** @return empty when the bytes are not a batch of somebody who knows the cluster secret */
    Optional<Batch> open(byte[] bytes) {
        if (bytes.length < HEADER + TAG || bytes.length > LONGEST || bytes[0] != VERSION) {
            return Optional.empty();
        }
        int end = bytes.length - TAG;
        byte[] tag = Arrays.copyOfRange(bytes, end, bytes.length);
        return MessageDigest.isEqual(tag, tag(bytes, end))
                ? read(ByteBuffer.wrap(bytes, 1, end - 1))
                : Optional.empty();
    }

    private static Optional<Batch> read(ByteBuffer buffer) {
        try {
            UUID sender = new UUID(buffer.getLong(), buffer.getLong());
            long sequence = buffer.getLong();
            int count = Short.toUnsignedInt(buffer.getShort());
            List<Announcement> announcements = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                announcements.add(announcement(buffer));
            }
            return buffer.hasRemaining() ? Optional.empty() : Optional.of(new Batch(sender, sequence, announcements));
        } catch (BufferUnderflowException | IllegalArgumentException notOurs) {
            // Only a member of another version could send this with a right tag.
            return Optional.empty();
        }
    }

    private static Announcement announcement(ByteBuffer buffer) {
        byte kind = buffer.get();
        byte[] body = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(body);
        return new Announcement(kind, body);
    }

    private byte[] tag(byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + key.getAlgorithm(), e);
        }
    }
}
