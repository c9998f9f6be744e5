package mo.farol.planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** All planted bugs that the harness must catch. */
final class Bugs {
    /** Their names, in the order in which the promises list them. */
    static final List<String> NAMES = List.of(
            "cache-only-single-use",
            "unique-per-arrival-time",
            "join-by-key",
            "record-after-answer",
            "cache-only-unbind",
            "key-on-bytes",
            "retry-any-terminal",
            "commit-failure-as-refusal",
            "trusts-own-clock",
            "sealed-past-horizon",
            "async-standby-promoted",
            "fsync-off",
            "ordinal-off-by-one");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Bugs() {}

    /**
     * @param name one of {@link #NAMES}
     * @throws IOException when its file cannot be read
     */
    static Bug read(String name) throws IOException {
        try (InputStream file = Bugs.class.getResourceAsStream(name + ".yaml")) {
            if (file == null) {
                throw new IOException("there is no planted bug " + name);
            }
            return YAML.readValue(file, Bug.class);
        }
    }
}
