package mo.farol.demo.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import mo.farol.demo.job.DemoJob;
import mo.farol.demo.state.DemoLock;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoWorld;

/** Starts everything, plays the main job in the open, stays up. */
final class DemoCommand implements Command {
    private static final int MOST_GATEWAYS = 5;

    private final StateFolder folder;
    private final PrintStream out;

    DemoCommand(StateFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "Start everything on this machine, verify codes in the open, stay up";
    }

    @Override
    public String help() {
        return """
                Usage: ./farol demo [--gateways N] [--once] [--fresh]

                Starts an embedded PostgreSQL, one gateway or more, and stand-ins for sign-in, face checks,
                kiosks and mail on the loopback address, enters synthetic residents, institutions and
                terminals, binds a phone for each resident, and plays the main job: a phone mints a code, a
                terminal verifies it, phones are bound, lost and unbound. Then stays up until Ctrl-C and
                prints curl lines to try. Everybody in it is invented. State lives in .farol beside the
                launcher.

                  --gateways N   1 to 5 gateways that share one cluster (1)
                  --once         stop after the main job; exit status 0 only if all of it held
                  --fresh        forget the state of earlier demos first
                """;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Options options = Options.parse(arguments, Set.of("--gateways"), Set.of("--once", "--fresh"));
        int gateways = options.number("--gateways", options.value("--gateways").orElse("1"), 1, MOST_GATEWAYS);
        folder.create();
        Optional<DemoLock> lock = DemoLock.take(folder.lock());
        if (lock.isEmpty()) {
            String pid = Files.readString(folder.lock()).strip();
            throw new PlainFailure(
                    "a demo is already running here (process " + pid + "); stop it with Ctrl-C or kill " + pid);
        }
        try (DemoLock held = lock.get()) {
            assert held != null;
            if (options.flag("--fresh")) {
                folder.forget();
            }
            return play(gateways, options.flag("--once"));
        }
    }

    private int play(int gateways, boolean once) throws Exception {
        DemoWorld world = new DemoWorld(folder, out);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread stop = Thread.ofPlatform().unstarted(() -> {
            stopped.countDown();
            world.close();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            DemoWorld.Running running = world.start(gateways);
            boolean held = new DemoJob(folder).run(running, out);
            if (!once) {
                out.println(CurlLines.of(running.kit()).text());
                out.println("The demo stays up. Ctrl-C ends it.");
                stopped.await();
            }
            return held ? 0 : 1;
        } catch (IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        } finally {
            world.close();
        }
    }
}
