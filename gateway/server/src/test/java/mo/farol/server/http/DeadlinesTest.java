package mo.farol.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import mo.farol.server.testing.CapturedLog;
import mo.farol.server.testing.RawConnection;
import mo.farol.server.testing.TestListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlinesTest {
    private static TestListener listener;
    private static final int HUGE = 32 * 1024 * 1024;

    @BeforeAll
    static void start() {
        listener = new TestListener(TestListener.IMPATIENT, router -> {
            router.post("/echo").handler(ctx -> ctx.response().end(ctx.body().buffer()));
            router.get("/huge").handler(ctx -> ctx.response().end(Buffer.buffer(new byte[HUGE])));
            router.get("/slow")
                    .handler(ctx ->
                            ctx.vertx().setTimer(300, late -> ctx.response().end("done")));
        });
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @Test
    void cutsABodyThatDripsWith408() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            caller.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n");
            Dripping drip = Dripping.into(caller, "{", Duration.ofMillis(200));

            assertThat(caller.untilClosed())
                    .startsWith("HTTP/1.1 408 Request Timeout")
                    .containsIgnoringCase("connection: close")
                    .contains("\"code\":\"request_timeout\"");
            drip.stop();
        }
    }

    @Test
    void cutsHeadersThatDripWith408() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n");
            Dripping drip = Dripping.into(caller, "X-A: b\r\n", Duration.ofMillis(200));

            assertThat(caller.untilClosed())
                    .startsWith("HTTP/1.1 408 Request Timeout")
                    .contains("\"code\":\"request_timeout\"");
            drip.stop();
        }
    }

    @Test
    void cutsDrippingHeadersOfALaterRequestOnTheSameConnection() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            assertThat(caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                    .endsWith("done");
            Dripping drip = Dripping.into(caller, "G", Duration.ofMillis(200));

            assertThat(caller.untilClosed()).isIn("", "[reset]");
            drip.stop();
        }
    }

    @Test
    void closesTheConnectionOfACallerThatDoesNotTakeItsAnswer() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port(), 4096)) {
            caller.send("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");

            CountDownLatch past = new CountDownLatch(1);
            listener.vertx().setTimer(3000, late -> past.countDown());
            past.await();
            assertThat(caller.untilClosed().length()).isLessThan(HUGE);
        }
    }

    @Test
    void letsAConnectionRestBetweenRequests() throws Exception {
        try (RawConnection caller = new RawConnection(listener.port())) {
            assertThat(caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                    .endsWith("done");
            CountDownLatch rested = new CountDownLatch(1);
            listener.vertx().setTimer(2500, late -> rested.countDown());
            rested.await();
            assertThat(caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                    .endsWith("done");
        }
    }

    @Test
    void saysNothingOfCallersThatGoAwayInTheMiddleOfTheirBodies() throws Exception {
        try (CapturedLog log = new CapturedLog()) {
            for (int i = 0; i < 20; i++) {
                try (RawConnection caller = new RawConnection(listener.port())) {
                    caller.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
                }
            }
            // Until it has seen them go, there may be no room.
            await().untilAsserted(() -> {
                try (RawConnection caller = new RawConnection(listener.port())) {
                    assertThat(caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
                                    .answer())
                            .endsWith("done");
                }
            });
            assertThat(log.text()).doesNotContain("a fault of ours");
        }
    }

    @Test
    void countsRequestsWhoseBodyIsOnItsWayForNoWork() throws Exception {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < TestListener.IMPATIENT.inFlightPerEventLoop() + 1; i++) {
            slow.add(new RawConnection(listener.port())
                    .send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"));
        }
        try (RawConnection caller = new RawConnection(listener.port())) {
            assertThat(caller.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                    .endsWith("done");
        }
        for (RawConnection each : slow) {
            each.close();
        }
    }

    /** Sends a little again and again until the gateway has had enough. */
    private static final class Dripping {
        private final AtomicBoolean stopped = new AtomicBoolean();

        static Dripping into(RawConnection caller, String drop, Duration every) {
            Dripping dripping = new Dripping();
            long timer = listener.vertx().setPeriodic(every.toMillis(), tick -> {
                if (!dripping.stopped.get()) {
                    dripping.drop(caller, drop);
                }
            });
            assertThat(timer).isNotNegative();
            return dripping;
        }

        private void drop(RawConnection caller, String drop) {
            try {
                caller.send(drop);
            } catch (IOException cut) {
                stop();
            }
        }

        void stop() {
            stopped.set(true);
        }
    }
}
