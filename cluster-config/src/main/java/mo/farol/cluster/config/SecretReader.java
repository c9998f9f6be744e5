package mo.farol.cluster.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cluster secret from the configuration itself or, better, from a file of its own. */
final class SecretReader {
    private static final ClusterSecret NONE =
            ClusterSecret.ofBase64("A".repeat(44)).orElseThrow();

    private SecretReader() {}

    /** @return a stand-in when there is none, and then a problem was reported */
    static ClusterSecret read(Section root) {
        String inline = root.optional("secret");
        String file = root.optional("secret_file");
        if (inline == null == (file == null)) {
            root.problem("secret_file", "give either secret_file or secret");
            return NONE;
        }
        String text = inline != null ? inline : content(root, file);
        Optional<ClusterSecret> secret = ClusterSecret.ofBase64(text);
        if (secret.isEmpty()) {
            root.problem(
                    inline != null ? "secret" : "secret_file",
                    "must be base64 of at least " + ClusterSecret.LEAST + " random bytes");
        }
        return secret.orElse(NONE);
    }

    private static String content(Section root, @Nullable String file) {
        try {
            return Files.readString(Path.of(String.valueOf(file)));
        } catch (IOException e) {
            root.problem("secret_file", "names no readable file: " + file);
            return "";
        }
    }
}
