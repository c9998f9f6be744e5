package mo.farol.server.config;

import java.nio.file.Path;
import java.util.List;
import mo.farol.core.accesslog.note.LogName;

/**
 * The public log.
 *
 * @param name from which its origins follow
 * @param witnessFiles where its checkpoints are kept outside the database; at least one outside the demo profile
 * @param witnesses in others' hands
 */
public record LogConfig(LogName name, List<Path> witnessFiles, List<WitnessConfig> witnesses) {
    public LogConfig {
        witnesses = List.copyOf(witnesses);
        witnessFiles = List.copyOf(witnessFiles);
    }
}
