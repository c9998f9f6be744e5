package mo.farol.server.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import mo.farol.core.civilregistry.CivilRegistry;
import mo.farol.core.civilregistry.ImportRun;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.civilregistry.RejectedLine;

/** The rejected rows as a CSV file: line, reason code, the field or its place, and the reason in plain words. */
final class RejectionReport {
    private static final String HEADER = "line,reason,about,text";
    private static final int AT_ONCE = 1_000;

    private RejectionReport() {}

    /** Puts the whole report in the place of an older one, or leaves that as it is. */
    static void write(Path report, CivilRegistry registry, ImportRun run)
            throws IOException, ImportStopped, InterruptedException {
        Path whole = report.resolveSibling(report.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(whole)) {
            out.write(HEADER + "\r\n");
            List<RejectedLine> lines = Waiting.on(registry.rejections(run, 0, AT_ONCE));
            while (!lines.isEmpty()) {
                for (RejectedLine line : lines) {
                    out.write(record(line) + "\r\n");
                }
                lines = Waiting.on(registry.rejections(run, lines.getLast().line(), AT_ONCE));
            }
        }
        Files.move(whole, report, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All of it is our own words: no quote or comma needs care but those of the sentences. */
    private static String record(RejectedLine line) {
        String about = line.rejection().about();
        return line.line() + "," + line.rejection().reason().code() + "," + (about == null ? "" : about) + ",\""
                + line.rejection().reason().sentence() + "\"";
    }
}
