package mo.farol.token.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the golden vectors anew: {@code RegenerateVectors EID1_FILE EIDC1_FILE}. Signatures by RFC 6979 and one fixed ephemeral key make
 * every run give the same bytes.
 */
public final class RegenerateVectors {
    private static final String NOTE =
            "Format EID1. The keys are public: never use them. Written by RegenerateVectors.";

    private RegenerateVectors() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), make().toJson());
        Files.writeString(Path.of(args[1]), ChallengeVectors.make().toJson());
    }

    static VectorFile make() {
        VectorWorld world = new VectorWorld();
        List<Vector> genuine = new GenuineVectors(world).make();
        List<Vector> hostile = new HostileVectors().make(world);
        return new VectorFile(NOTE, world.keys(), genuine, hostile);
    }
}
