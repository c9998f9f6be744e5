package mo.farol.chaos.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.canary.CanarySearch;
import mo.farol.phone.canary.Hit;

/** Looks for people's values (I9) in what a run wrote. */
final class LeakSearch {
    private static final int AT_ONCE = 16 << 20;
    /** Longer than any value in any encoding. */
    private static final int OVERLAP = 4 << 10;

    private final CanarySearch search;
    private final Instant since;

    /** @param since when the run began: files that were not written since then are another run's */
    LeakSearch(Collection<Canary> values, Instant since) {
        this.search = new CanarySearch(values);
        this.since = since;
    }

    /** @param but a folder that is left out: the databases' own files hold values, sealed or not */
    List<Hit> in(Path folder, Path but) throws IOException {
        List<Hit> hits = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes any) {
                return each.equals(but) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
                if (about.isRegularFile()
                        && !about.lastModifiedTime().toInstant().isBefore(since)) {
                    hits.addAll(file(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return hits;
    }

    /** Piece by piece, each with the end of the one before; a value is told once for each encoding. */
    private List<Hit> file(Path file) throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] kept = new byte[0];
            long from = 0;
            for (byte[] read = in.readNBytes(AT_ONCE); read.length > 0; read = in.readNBytes(AT_ONCE)) {
                byte[] piece = Arrays.copyOf(kept, kept.length + read.length);
                System.arraycopy(read, 0, piece, kept.length, read.length);
                for (Hit hit : search.in(file.toString(), piece)) {
                    if (hits.stream().noneMatch(before -> isSame(before, hit))) {
                        hits.add(new Hit(hit.canary(), hit.encoding(), hit.place(), from + hit.offset()));
                    }
                }
                kept = Arrays.copyOfRange(piece, Math.max(0, piece.length - OVERLAP), piece.length);
                from += piece.length - kept.length;
            }
        }
        return hits;
    }

    private static boolean isSame(Hit one, Hit other) {
        return one.canary().equals(other.canary()) && one.encoding().equals(other.encoding());
    }
}
