package mo.farol.server.config;

import java.nio.file.Path;
import java.util.List;
import mo.farol.core.accesslog.note.LogName;

/**
 * The public log.
 *
 * @param name from which its origins follow
 * @param witnessFiles where its checkpoints are kept outside the database; at least one outside the demo profile
 */
public record LogConfig(LogName name, List<Path> witnessFiles) {
    public LogConfig {
        witnessFiles = List.copyOf(witnessFiles);
    }
}
