package mo.farol.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mo.farol.core.accesslog.note.LogName;

/** Reads the section {@code log}. */
final class LogReader {
    private final Section section;
    private final Profile profile;

    LogReader(Section section, Profile profile) {
        this.section = section;
        this.profile = profile;
    }

    /** @param issuer below which the log is served, unless its origin says otherwise */
    LogConfig read(String issuer) {
        LogName name = name(section.text("origin", issuer.replaceFirst("^https?://", "") + "/log"));
        List<Path> files = section.texts("witness_files").stream().map(Path::of).toList();
        if (files.isEmpty() && profile != Profile.DEMO) {
            section.problem("witness_files", "is missing: list at least one file on another disk than the database's");
        }
        files.stream()
                .filter(Files::isDirectory)
                .forEach(file -> section.problem("witness_files", "names a folder: " + file));
        if (files.stream().distinct().count() < files.size()) {
            section.problem("witness_files", "names a file twice");
        }
        List<WitnessConfig> witnesses = new WitnessReader(section, profile).read();
        section.end();
        return new LogConfig(name, files, witnesses);
    }

    private LogName name(String origin) {
        try {
            return new LogName(origin);
        } catch (IllegalArgumentException e) {
            section.problem("origin", "must be visible ASCII without plus signs, up to 200 characters");
            return new LogName("unnamed");
        }
    }
}
