package mo.farol.bench.goal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mo.farol.bench.load.WrongAnswers;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.world.Ground;

/** {@code ./farol demo --once --fresh}, with a home of its own, so that nobody's demo is forgotten. */
final class Demo {
    private static final String HELD = "✓";
    private static final String VERIFIED = ": verified";

    private final Ground ground;
    private final CommandLine command;

    private Demo(Ground ground, CommandLine command) {
        this.ground = ground;
        this.command = command;
    }

    static Demo in(Ground ground) throws IOException {
        Path home = Files.createDirectories(ground.folder().resolve("demo"));
        // As the launcher's script does.
        List<String> flags = List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.resolve("launcher.jsa"),
                "-Dfarol.archives=" + home,
                "-Dfarol.home=" + home,
                "-Dfarol.jvm.options=" + ground.product().options(),
                "-Dfarol.classpath=" + ground.product().libraries() + "/*");
        return new Demo(ground, ground.product().launcher(flags, "demo", "--once", "--fresh"));
    }

    /** Plays all of it; leaves archives of the loaded classes and PostgreSQL unpacked, as everybody's first demo does. */
    void playOnce() throws IOException, InterruptedException {
        command.run();
    }

    /** Seconds from the start of the command to the first verified code; then ends it. */
    double secondsToFirstCode() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
        long began = System.nanoTime();
        Process process = ground.children().add(builder.start());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String last = "nothing";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(HELD) && line.endsWith(VERIFIED)) {
                    return (System.nanoTime() - began) / 1e9;
                }
                last = line;
            }
            throw new WrongAnswers("the demo ended without a verified code; it last said: " + last);
        } finally {
            Children.end(process.toHandle());
        }
    }
}
