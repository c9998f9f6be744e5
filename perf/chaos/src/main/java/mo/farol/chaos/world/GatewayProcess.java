package mo.farol.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One gateway's process, which comes and goes. One that ends by itself is started again, as a service manager would: a
 * gateway that does not find its database when it starts gives up. Safe for use by many threads.
 */
final class GatewayProcess {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final Executor A_SECOND_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Node node;
    private final Place place;
    private final CommandLine serve;
    private final Path log;
    private final HttpClient http;
    private @Nullable Process process;
    private boolean wanted;
    private boolean retired;

    /** @param serve the command, to be run at {@code place} */
    GatewayProcess(Node node, Place place, CommandLine serve, Path log, HttpClient http) {
        this.node = node;
        this.place = place;
        this.serve = serve;
        this.log = log;
        this.http = http;
    }

    Node node() {
        return node;
    }

    Place place() {
        return place;
    }

    /** Starts it unless it runs; returns at once. */
    synchronized void start() throws IOException {
        start(Map.of());
    }

    /** As {@link #start()}, with a wall clock that is wrong. */
    synchronized void startWithClock(Duration offset) throws IOException {
        start(FakeClock.by(offset));
    }

    private void start(Map<String, String> environment) throws IOException {
        if (!runs() && !retired) {
            Process started = place.inside(serve).with(environment).start(log);
            started.onExit().thenRunAsync(() -> startAgain(started, environment), A_SECOND_LATER);
            process = started;
            wanted = true;
        }
    }

    private synchronized void startAgain(Process ended, Map<String, String> environment) {
        if (!wanted || ended != process) {
            return;
        }
        try {
            start(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized boolean runs() {
        return process != null && process.isAlive();
    }

    /** Returns at once. */
    synchronized void tellToStop() throws IOException, InterruptedException {
        wanted = false;
        place.signal("TERM", List.of());
    }

    /** Tells it to stop, and ends it when it does not. */
    void stop() throws IOException, InterruptedException {
        stop(STOPS_WITHIN);
    }

    synchronized void stop(Duration within) throws IOException, InterruptedException {
        wanted = false;
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        if (!running.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    synchronized void kill() throws IOException, InterruptedException {
        wanted = false;
        place.killAll();
        if (process != null) {
            process.waitFor();
        }
    }

    /** Ends it for good. */
    synchronized void retire() throws IOException, InterruptedException {
        retired = true;
        kill();
    }

    void freeze() throws IOException, InterruptedException {
        place.signal("STOP", List.of());
    }

    void thaw() throws IOException, InterruptedException {
        place.signal("CONT", List.of());
    }

    /** What keeps it from work, as it says itself, or that it says nothing; empty when it is ready. */
    Optional<String> trouble() throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(node.management().resolve("/health/ready"))
                            .timeout(ANSWERS_WITHIN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.empty() : Optional.of(about(answer.body()));
        } catch (IOException noAnswer) {
            return Optional.of(about("no answer, " + noAnswer));
        }
    }

    private String about(String words) {
        return "gateway " + node.number() + ": " + words;
    }

    boolean ready() throws InterruptedException {
        return trouble().isEmpty();
    }
}
