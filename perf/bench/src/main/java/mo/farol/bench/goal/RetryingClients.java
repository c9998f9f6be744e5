package mo.farol.bench.goal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;

/**
 * Terminals that know both nodes and take turns with whom they ask first; when no answer comes they ask the other one
 * again, the same bytes under the same Idempotency-Key.
 */
final class RetryingClients {
    private static final int CLIENTS = 16;
    private static final int EACH_PER_SECOND = 20;
    private static final Duration ALIVE = Duration.ofSeconds(3);
    private static final Duration DEAD = Duration.ofSeconds(12);
    private static final int MOST_TRIES = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    /** Fresh codes that a run takes. */
    static final int QUESTIONS =
            (int) (CLIENTS * EACH_PER_SECOND * ALIVE.plus(DEAD).toSeconds());

    private final List<URI> nodes;
    private final List<String> codes;
    private final List<String> tokens;
    private final String purpose;
    private final AtomicInteger next = new AtomicInteger();
    private final RetryLog log;

    /** @param codes fresh ones, {@value #EACH_PER_SECOND} a second for each client */
    RetryingClients(List<URI> nodes, List<String> codes, List<String> tokens, String purpose) {
        this.nodes = nodes;
        this.codes = codes;
        this.tokens = tokens;
        this.purpose = purpose;
        this.log = new RetryLog(codes.size());
    }

    /** @param killing ends the last node */
    RetryLog run(Killing killing) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> {
                    askAll(transport, start);
                    return null;
                }));
            }
            sleepUntil(start + ALIVE.toNanos());
            killing.kill();
            log.died(System.nanoTime());
            for (Future<?> each : running) {
                each.get();
            }
            return log;
        } catch (ExecutionException e) {
            throw new IOException("a client broke: " + e.getCause(), e);
        }
    }

    private void askAll(Transport transport, long start) throws InterruptedException {
        for (int number = next.getAndIncrement(); number < codes.size(); number = next.getAndIncrement()) {
            // An open schedule: a slow answer does not make the later questions fewer.
            sleepUntil(start + (long) (number * 1e9 / (CLIENTS * EACH_PER_SECOND)));
            ask(transport, number);
        }
    }

    private void ask(Transport transport, int number) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        String outcome = "no answer";
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long began = System.nanoTime();
            outcome = once(transport, nodes.get((number + tries) % nodes.size()), number, key);
            boolean answered = isAnswer(outcome);
            // Whoever asks the dead node again knows better by then: that is no retry.
            if (tries % 2 == 1) {
                log.retried(began, answered);
            }
            if (answered) {
                break;
            }
            if (tries % 2 == 1) {
                Thread.sleep(BETWEEN_TRIES);
            }
        }
        log.ended(outcome);
    }

    private static boolean isAnswer(String outcome) {
        return !outcome.startsWith("no answer") && !outcome.startsWith("status ");
    }

    private String once(Transport transport, URI node, int number, String key) throws InterruptedException {
        String body = "{\"code\":\"" + codes.get(number) + "\",\"purpose\":\"" + purpose + "\"}";
        try {
            Reply reply = transport.send(HttpRequest.newBuilder(node.resolve("/v1/verifications"))
                    .header("Authorization", "Bearer " + tokens.get(number % tokens.size()))
                    .header("Idempotency-Key", key)
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", "en")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            JsonNode json = reply.json();
            return reply.status() == 200
                    ? json.path("code").asText(json.path("outcome").asText())
                    : "status " + reply.status();
        } catch (IOException unreachable) {
            return "no answer: " + unreachable.getMessage();
        }
    }

    /** Time itself is the condition. */
    private static void sleepUntil(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    /** Ends a node. */
    @FunctionalInterface
    interface Killing {
        void kill() throws IOException;
    }
}
