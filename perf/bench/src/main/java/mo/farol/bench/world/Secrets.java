package mo.farol.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import mo.farol.phone.file.OwnerOnlyFile;

/** Passwords of 33 random bytes in base64, made on first use and kept in files that only their owner may read. */
final class Secrets {
    private static final int BYTES = 33;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            OwnerOnlyFile.write(file, Base64.getEncoder().encodeToString(bytes));
        }
        return file;
    }

    String value(String name) throws IOException {
        return Files.readString(file(name));
    }
}
