package mo.farol.server.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.command.Arguments;
import mo.farol.server.command.UsageError;

/**
 * What {@code farol restore} is told.
 *
 * @param export of the log from after the backup, by which lost changes of bindings are repeated
 * @param suspendAll whether every active binding is suspended even if nothing is known to be lost
 * @param confirmed otherwise it only says what it would do
 */
public record RestoreOrder(Path config, Optional<Path> export, boolean suspendAll, boolean confirmed) {
    /** @throws UsageError when it cannot be meant */
    public static RestoreOrder read(List<String> words) throws UsageError {
        List<String> options = new ArrayList<>(words);
        boolean confirmed = options.remove("--confirm");
        boolean suspendAll = options.remove("--suspend-all");
        Arguments arguments = Arguments.read(options, Set.of("--config", "--log"));
        return new RestoreOrder(arguments.path("--config"), arguments.pathIfGiven("--log"), suspendAll, confirmed);
    }
}
