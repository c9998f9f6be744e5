package mo.farol.gatling.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private static final URI A = URI.create("http://a");
    private static final URI B = URI.create("http://b");

    private final AtomicLong now = new AtomicLong(-5);
    private final Losses losses = new Losses();

    @Test
    void asksOnceWhenItIsAnswered() {
        Exchange exchange = exchange(0);
        assertThat(exchange.begin()).isTrue();
        exchange.ask();
        assertThat(exchange.gateway()).isEqualTo(A);
        assertThat(exchange.name()).isEqualTo("first try");
        exchange.answered(200);
        assertThat(exchange.begin()).isFalse();
        assertThat(losses.count()).isZero();
    }

    @Test
    void asksTheNextGatewayAtOnceWhenTheConnectionFails() {
        Exchange exchange = exchange(1);
        tryWithoutAnswer(exchange);
        assertThat(exchange.begin()).isTrue();
        assertThat(exchange.pause()).isZero();
        exchange.ask();
        assertThat(exchange.gateway()).isEqualTo(A);
        assertThat(exchange.name()).isEqualTo("retry, within 5 s of a loss");
        exchange.answered(200);
        assertThat(losses.count()).isEqualTo(1);
        assertThat(losses.lateRetries()).isZero();
    }

    @Test
    void callsARetryLateFromFiveSecondsAfterTheLossAndCountsThoseWithoutAnAnswer() {
        tryWithoutAnswer(exchange(0));
        losses.failed(A, now.get());
        pass(Duration.ofSeconds(5));
        Exchange answered = exchange(0);
        tryWithoutAnswer(answered);
        retry(answered);
        assertThat(answered.name()).isEqualTo("retry, later");
        answered.answered(200);
        assertThat(losses.lateRetries()).isEqualTo(1);
        assertThat(losses.lateFailures()).isZero();

        Exchange unanswered = exchange(0);
        tryWithoutAnswer(unanswered);
        retry(unanswered);
        unanswered.answered(503);
        assertThat(losses.lateFailures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void asksAgainWhereAGatewayCannotAnswerNowWithoutCallingItLost(int status) {
        Exchange exchange = exchange(0);
        retry(exchange);
        exchange.answered(status);
        assertThat(exchange.begin()).isTrue();
        assertThat(exchange.gateway()).isEqualTo(B);
        assertThat(losses.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 500})
    void takesAnyOtherAnswerForAnAnswer(int status) {
        Exchange exchange = exchange(0);
        retry(exchange);
        exchange.answered(status);
        assertThat(exchange.begin()).isFalse();
    }

    @Test
    void waitsLongerAfterEachRoundAndGivesUpAfterTwentySeconds() {
        Exchange exchange = exchange(0);
        List<Long> waits = new ArrayList<>();
        while (exchange.begin()) {
            waits.add(exchange.pause().toMillis());
            pass(exchange.pause());
            exchange.ask();
        }
        assertThat(waits).startsWith(0L, 0L, 100L, 0L, 200L, 0L, 400L, 0L, 800L, 0L, 1600L, 0L, 2000L, 0L, 2000L);
        assertThat(now.get())
                .isBetween(
                        Duration.ofSeconds(20).toNanos() - 5,
                        Duration.ofSeconds(22).toNanos());
        assertThat(waits.size()).isLessThan(Exchange.MOST_TRIES);
    }

    private Exchange exchange(int first) {
        return new Exchange(List.of(A, B), first, losses, now::get);
    }

    private static void retry(Exchange exchange) {
        assertThat(exchange.begin()).isTrue();
        exchange.ask();
    }

    private static void tryWithoutAnswer(Exchange exchange) {
        retry(exchange);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
