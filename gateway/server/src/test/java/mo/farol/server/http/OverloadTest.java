package mo.farol.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.server.testing.RawConnection;
import mo.farol.server.testing.TestListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OverloadTest {
    private static final String GET = "GET /wait HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n";

    @Test
    void turnsRequestsAwayByNameWhenItHasEnough() throws Exception {
        Queue<RoutingContext> waiting = new ConcurrentLinkedQueue<>();
        try (TestListener listener = new TestListener(
                TestListener.IMPATIENT, router -> router.get("/wait").handler(waiting::add))) {
            List<RawConnection> callers = new ArrayList<>();
            for (int i = 0; i < TestListener.IMPATIENT.inFlightPerEventLoop(); i++) {
                callers.add(new RawConnection(listener.port()).send(GET));
            }
            await().until(() -> waiting.size() == callers.size());

            try (RawConnection oneTooMany = new RawConnection(listener.port())) {
                assertThat(oneTooMany.send(GET).answer())
                        .startsWith("HTTP/1.1 503 Service Unavailable")
                        .containsIgnoringCase("retry-after: 1\r\n")
                        .contains("\"code\":\"overloaded\"", "The gateway is busy.");
            }
            waiting.forEach(ctx -> ctx.response().end("now"));
            for (RawConnection caller : callers) {
                assertThat(caller.answer()).endsWith("now");
                caller.close();
            }
            assertThat(listener.metrics()).contains("farol_requests_refused_total{code=\"overloaded\"} 1.0");
        }
    }

    @Test
    void keepsTheOrderOfAnswersAndTheConnectionsOfThoseTurnedAway() throws Exception {
        Queue<RoutingContext> waiting = new ConcurrentLinkedQueue<>();
        try (TestListener listener = new TestListener(TestListener.IMPATIENT, router -> {
            router.get("/wait").handler(waiting::add);
            router.post("/wait").handler(ctx -> ctx.response().end("posted"));
        })) {
            List<RawConnection> callers = new ArrayList<>();
            for (int i = 0; i < TestListener.IMPATIENT.inFlightPerEventLoop(); i++) {
                callers.add(new RawConnection(listener.port()).send(GET));
            }
            await().until(() -> waiting.size() == callers.size());
            String post = "POST /wait HTTP/1.1\r\nHost: x\r\nAccept-Language: pt\r\nContent-Length: 4\r\n\r\nbody";
            RawConnection refused = new RawConnection(listener.port()).send(post);
            assertThat(refused.answer()).contains("503 Service Unavailable", "content-language: pt");
            callers.getFirst().send(post);
            waiting.forEach(ctx -> ctx.response().end("now"));

            assertThat(callers.getFirst().answer()).endsWith("now");
            assertThat(callers.getFirst().answer()).contains("HTTP/1.1 ");
            assertThat(refused.send(post).answer()).as("the connection goes on").endsWith("posted");
            refused.close();
            for (RawConnection caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void turnsRequestsAwayWhileItsEventLoopLags() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch blocking = new CountDownLatch(1);
        try (TestListener listener = new TestListener(TestListener.IMPATIENT, router -> {
            router.get("/wait").handler(ctx -> ctx.response().end("fine"));
            router.get("/block").handler(ctx -> {
                blocking.countDown();
                await().atMost(Duration.ofSeconds(5)).until(() -> release.getCount() == 0);
                ctx.response().end("blocked");
            });
        })) {
            RawConnection blocker = new RawConnection(listener.port()).send(GET.replace("wait", "block"));
            blocking.await();
            RawConnection caller = new RawConnection(listener.port()).send(GET);
            AtomicLong started = new AtomicLong(System.nanoTime());
            await().until(() ->
                    System.nanoTime() - started.get() > Duration.ofMillis(800).toNanos());
            release.countDown();

            assertThat(caller.answer()).contains("503 Service Unavailable", "\"code\":\"overloaded\"");
            assertThat(blocker.answer()).endsWith("blocked");
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                try (RawConnection later = new RawConnection(listener.port())) {
                    assertThat(later.send(GET).answer()).endsWith("fine");
                }
            });
            blocker.close();
            caller.close();
        }
    }
}
