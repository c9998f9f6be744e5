package mo.farol.server.jwks;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.testing.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JwksTest {
    private static final JwksTimes TIMES =
            new JwksTimes(Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofSeconds(10));
    private static final Signer FIRST = Signer.es256("first");
    private static final Signer SECOND = Signer.es256("second");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong(1);
    private final Publisher publisher = new Publisher();

    /** What it publishes, or why it cannot; it answers at once unless it is told to hold. */
    private static final class Publisher implements KeySource {
        final AtomicInteger fetches = new AtomicInteger();
        volatile Future<byte[]> answer = Future.succeededFuture(Signer.publishedBytes(FIRST));

        @Override
        public Future<byte[]> fetch() {
            fetches.incrementAndGet();
            return answer;
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }

        void publish(Signer... signers) {
            answer = Future.succeededFuture(Signer.publishedBytes(signers));
        }

        void breakDown() {
            answer = Future.failedFuture(new JwksUnusable("broken for the test"));
        }
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private Jwks start(JwksTimes times) {
        return await(
                Jwks.start(new Jwks.Setting(vertx, "a provider", publisher, JwsAlgorithm.ES256, times, nanos::get)));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private boolean has(Jwks jwks, String kid) {
        return await(jwks.key(kid)).isPresent();
    }

    @Test
    void doesNotStartWithoutAKey() {
        publisher.publish(Signer.rs256("rsa"));
        assertThatThrownBy(() -> start(TIMES)).hasCauseInstanceOf(JwksUnusable.class);

        publisher.breakDown();
        assertThatThrownBy(() -> start(TIMES)).hasCauseInstanceOf(JwksUnusable.class);
    }

    @Test
    void readsTheSetAnewForAKeyIdThatItDoesNotKnow() {
        Jwks jwks = start(TIMES);
        publisher.publish(SECOND);

        pass(Duration.ofSeconds(11));
        assertThat(has(jwks, "second")).isTrue();
        assertThat(has(jwks, "first")).isFalse();
        assertThat(publisher.fetches.get()).isEqualTo(2);
    }

    @Test
    void asksOnceInAWhileHoweverManyUnknownKeyIdsCome() {
        Jwks jwks = start(TIMES);

        pass(Duration.ofSeconds(11));
        for (int i = 0; i < 100; i++) {
            assertThat(has(jwks, "made up " + i)).isFalse();
        }
        assertThat(publisher.fetches.get()).isEqualTo(2);
    }

    @Test
    void letsAllWaitForOneReading() {
        Jwks jwks = start(TIMES);
        pass(Duration.ofSeconds(11));
        Promise<byte[]> slow = Promise.promise();
        publisher.answer = slow.future();

        List<Future<Boolean>> waiting = IntStream.range(0, 50)
                .mapToObj(i -> jwks.key("second").map(found -> found.isPresent()))
                .toList();
        slow.complete(Signer.publishedBytes(FIRST, SECOND));

        assertThat(waiting).allSatisfy(each -> assertThat(await(each)).isTrue());
        assertThat(publisher.fetches.get()).isEqualTo(2);
    }

    @Test
    void keepsTheLastGoodKeysWhenTheSetCannotBeReadAnew() {
        Jwks jwks = start(TIMES);
        publisher.breakDown();

        pass(Duration.ofMinutes(9));
        assertThat(has(jwks, "unknown")).isFalse();
        assertThat(has(jwks, "first")).isTrue();

        publisher.answer = Future.succeededFuture("{\"keys\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        pass(Duration.ofSeconds(11));
        assertThat(has(jwks, "unknown")).isFalse();
        assertThat(has(jwks, "first")).isTrue();
    }

    @Test
    void reliesOnNoKeyThatIsTooOldAndRecovers() {
        Jwks jwks = start(TIMES);
        publisher.breakDown();
        pass(Duration.ofMinutes(11));

        assertThatThrownBy(() -> has(jwks, "first")).hasCauseInstanceOf(JwksUnusable.class);
        assertThatThrownBy(() -> has(jwks, "first")).hasCauseInstanceOf(JwksUnusable.class);
        assertThat(publisher.fetches.get()).isEqualTo(2);

        publisher.publish(FIRST);
        pass(Duration.ofSeconds(11));
        assertThat(has(jwks, "first")).isTrue();
    }

    @Test
    void forgetsAWithdrawnKeyAtTheNextIntervalUntilItIsClosed() {
        Jwks jwks = start(new JwksTimes(Duration.ofMillis(20), Duration.ofMinutes(10), Duration.ofHours(1)));
        publisher.publish(SECOND);

        await().until(() -> !has(jwks, "first") && has(jwks, "second"));
        await(jwks.close());
    }
}
