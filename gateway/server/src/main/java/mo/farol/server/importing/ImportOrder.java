package mo.farol.server.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mo.farol.server.command.Arguments;
import mo.farol.server.command.UsageError;

/**
 * What {@code import} was told.
 *
 * @param config the gateway's configuration file
 * @param report where the rejected rows are listed
 * @param restart begin at the file's start even if an import of it was cut off
 */
public record ImportOrder(Path file, Path config, Path report, boolean restart) {
    private static final String RESTART = "--restart";
    private static final Set<String> OPTIONS = Set.of("--config", "--report");

    public static ImportOrder read(List<String> words) throws UsageError {
        List<String> files = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (OPTIONS.contains(word)) {
                options.addAll(words.subList(i, Math.min(i + 2, words.size())));
                i++;
            } else if (!word.equals(RESTART)) {
                (word.startsWith("--") ? options : files).add(word);
            }
        }
        if (files.size() != 1) {
            throw new UsageError("import takes one FILE");
        }
        Arguments arguments = Arguments.read(options, OPTIONS);
        Path file = Path.of(files.getFirst());
        RegistryFile.of(file);
        Path report = arguments.pathIfGiven("--report").orElse(Path.of(file + ".rejected.csv"));
        checkReport(report, file);
        return new ImportOrder(file, arguments.path("--config"), report, words.contains(RESTART));
    }

    private static void checkReport(Path report, Path file) throws UsageError {
        Path whole = report.toAbsolutePath().normalize();
        if (whole.equals(file.toAbsolutePath().normalize())) {
            throw new UsageError("the report would take the place of the file");
        }
        Path folder = whole.getParent();
        if (Files.isDirectory(report) || folder == null || !Files.isWritable(folder)) {
            throw new UsageError("the report cannot be written to " + report + "; name another place by --report");
        }
    }
}
