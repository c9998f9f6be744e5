package mo.farol.phone.canary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds canaries: plain, escaped for JSON or a URL, in hexadecimal, Base64 and Base64url, alone or within something longer.
 * One pass, whatever their number. A canary whose encodings are all shorter than six bytes is refused.
 */
public final class CanarySearch {
    private static final int START = Integer.BYTES;

    private final Map<Integer, List<Wanted>> byStart = new HashMap<>();

    private record Wanted(String canary, String encoding, byte[] bytes) {}

    /** @throws IllegalArgumentException when one of them is too short to be found */
    public CanarySearch(Collection<Canary> canaries) {
        for (Canary canary : canaries) {
            Map<String, byte[]> encodings = Encodings.of(canary.value());
            if (encodings.isEmpty()) {
                throw new IllegalArgumentException(canary + " is too short to look for");
            }
            encodings.forEach((encoding, bytes) -> byStart.computeIfAbsent(
                            ByteBuffer.wrap(bytes).getInt(), start -> new ArrayList<>())
                    .add(new Wanted(canary.name(), encoding, bytes)));
        }
    }

    /** The first place of each canary and encoding in this content. */
    public List<Hit> in(String place, byte[] content) {
        Map<Wanted, Hit> found = new LinkedHashMap<>();
        ByteBuffer all = ByteBuffer.wrap(content);
        for (int at = 0; at <= content.length - START; at++) {
            for (Wanted wanted : byStart.getOrDefault(all.getInt(at), List.of())) {
                if (stands(wanted.bytes(), content, at)) {
                    found.putIfAbsent(wanted, new Hit(wanted.canary(), wanted.encoding(), place, at));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** In every file of this folder and below; or in this one file. Each is read whole. */
    public List<Hit> in(Path place) throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                hits.addAll(in(file.toString(), Files.readAllBytes(file)));
            }
        }
        return hits;
    }

    private static boolean stands(byte[] wanted, byte[] content, int at) {
        return at + wanted.length <= content.length
                && Arrays.equals(wanted, 0, wanted.length, content, at, at + wanted.length);
    }
}
