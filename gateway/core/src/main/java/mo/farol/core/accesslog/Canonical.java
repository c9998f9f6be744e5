package mo.farol.core.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes canonical bytes: numbers big-endian, texts as a 4-byte length (-1 for none) and UTF-8. */
final class Canonical {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Canonical small(int value) {
        return write(() -> out.writeShort(value));
    }

    Canonical number(int value) {
        return write(() -> out.writeInt(value));
    }

    Canonical number(long value) {
        return write(() -> out.writeLong(value));
    }

    Canonical id(UUID value) {
        return number(value.getMostSignificantBits()).number(value.getLeastSignificantBits());
    }

    /** Microseconds since 2000, as PostgreSQL counts them. */
    Canonical time(Instant value) {
        return number(ChronoUnit.MICROS.between(EPOCH, value));
    }

    Canonical hash(byte[] value) {
        return write(() -> out.write(value));
    }

    Canonical text(@Nullable String value) {
        if (value == null) {
            return number(-1);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).hash(utf8);
    }

    /** How many there are (-1 for no list), then each. */
    Canonical texts(@Nullable List<String> values) {
        number(values == null ? -1 : values.size());
        if (values != null) {
            values.forEach(this::text);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** SHA-256(salt || bytes): an entry of the public log. */
    static byte[] leaf(byte[] salt, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Canonical write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
