package mo.farol.chaos.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a program with a wall clock that is wrong, by libfaketime. */
final class FakeClock {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private FakeClock() {}

    static Optional<Path> library() {
        return PLACES.stream().filter(Files::isReadable).findFirst();
    }

    /** The environment of such a program. The monotonic clock stays right: waits depend on it, and so do timeouts. */
    static Map<String, String> by(Duration offset) {
        return Map.of(
                "LD_PRELOAD",
                library()
                        .orElseThrow(() -> new IllegalStateException("there is no libfaketime"))
                        .toString(),
                "FAKETIME",
                (offset.isNegative() ? "-" : "+") + offset.abs().toSeconds() + "s",
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its correction of timed waits is for other C libraries: with it, a JVM's waits last for ever here.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }
}
