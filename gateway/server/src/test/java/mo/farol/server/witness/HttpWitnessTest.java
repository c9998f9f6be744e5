package mo.farol.server.witness;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import mo.farol.core.accesslog.Witness.Shown;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.outgoing.OutgoingTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a witness with a memory and signatures of its own. */
@Timeout(60)
class HttpWitnessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final GrowingLog log = new GrowingLog(GrowingLog.newKey(), "entry ");
    private final TestWitness other = new TestWitness(vertx, "witness.example/w1", log.publicKey());
    private final OutgoingHttp http = new OutgoingHttp(vertx, OutgoingTls.USUAL, DEADLINE, 16_384, 2);
    private final HttpWitness witness = new HttpWitness(http, other.url(), other.key());

    @AfterEach
    void stop() {
        other.close();
        await(vertx.close());
    }

    private Shown show(SignedCheckpoint newer) {
        return await(witness.show(newer, log.extension()));
    }

    private void answers(int status, String type, String body) {
        other.server()
                .answer(request -> request.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", type)
                        .end(body));
    }

    private void cannotShow(String why) {
        SignedCheckpoint newer = log.growTo(5);
        assertThatThrownBy(() -> show(newer)).hasMessageContaining(why);
        assertThat(await(witness.last())).isEmpty();
    }

    @Test
    void keepsWhatItWasShownAndSignsForIt() {
        SignedCheckpoint five = log.growTo(5);
        Shown shown = show(five);

        assertThat(other.bodies()).containsExactly("old 0\n\n" + five.note());
        assertThat(other.seen()).isEqualTo(five.checkpoint());
        assertThat(shown).isInstanceOfSatisfying(Shown.Kept.class, kept -> {
            String line = kept.cosignature().orElseThrow();
            assertThat(other.key().find(line, five.checkpoint())).contains(line);
        });
        assertThat(await(witness.last())).contains(five);
    }

    @Test
    void isShownEveryNextOneWithTheProofFromTheOneBefore() {
        show(log.growTo(5));
        for (int size : new int[] {6, 8, 8, 9, 300, 301, 1000}) {
            SignedCheckpoint next = log.growTo(size);
            assertThat(show(next)).as("at " + size).isInstanceOf(Shown.Kept.class);
            assertThat(other.seen()).isEqualTo(next.checkpoint());
        }
        assertThat(other.bodies()).hasSize(8);
        assertThat(other.bodies().get(1)).startsWith("old 5\n").contains("\n\n" + GrowingLog.ORIGIN + "\n6\n");
    }

    /** As after a restart, or when another gateway was quicker. */
    @Test
    void isSentTheProofFromTheSizeThatItNames() {
        other.remember(log.growTo(5).checkpoint());
        SignedCheckpoint next = log.growTo(300);

        assertThat(show(next)).isInstanceOf(Shown.Kept.class);
        assertThat(other.bodies()).hasSize(2);
        assertThat(other.bodies().get(0)).startsWith("old 0\n\n");
        assertThat(other.bodies().get(1)).startsWith("old 5\n");
        assertThat(other.seen()).isEqualTo(next.checkpoint());
    }

    @Test
    void saysThatItHasSeenMore() {
        other.remember(log.growTo(9).checkpoint());
        GrowingLog restored = new GrowingLog(GrowingLog.newKey(), "entry ");
        other.know(restored.publicKey());

        assertThat(await(witness.show(restored.growTo(5), restored.extension())))
                .isEqualTo(new Shown.Ahead(9));
        assertThat(other.seen().size()).isEqualTo(9);
    }

    @Test
    void saysThatItHasSeenAnotherLogShorterOrAsLong() {
        GrowingLog forged = new GrowingLog(GrowingLog.newKey(), "forged ");
        other.remember(forged.growTo(4).checkpoint());
        SignedCheckpoint five = log.growTo(5);
        assertThat(show(five)).isEqualTo(new Shown.Differs());

        other.remember(forged.growTo(5).checkpoint());
        assertThat(show(five)).isEqualTo(new Shown.Differs());
        assertThat(other.seen()).isNotEqualTo(five.checkpoint());
        assertThat(await(witness.last())).isEmpty();
    }

    @Test
    void tellsAKeyFromAnOriginThatItDoesNotKnow() {
        other.know(new GrowingLog(GrowingLog.newKey(), "x").publicKey());
        cannotShow("does not know the log's key (403)");
        other.know(GrowingLog.newKey().publicKey("another.example/log"));
        cannotShow("does not know the log's origin (404)");
    }

    @Test
    void countsNoAnswerWithoutItsCosignature() {
        SignedCheckpoint four = log.growTo(4);
        SignedCheckpoint five = log.growTo(5);
        String mark = other.key().mark();
        for (String body : new String[] {
            "", mark + "AAAA\n", five.note(), other.cosign(four.checkpoint(), 1_700_000_000L), "\u2014 x \n\n\n"
        }) {
            answers(200, "text/plain", body);
            cannotShow("without a cosignature by its key");
        }
        TestWitness impostor = new TestWitness(vertx, "witness.example/w1", log.publicKey());
        answers(200, "text/plain", impostor.cosign(five.checkpoint(), 1_700_000_000L));
        cannotShow("without a cosignature by its key");
        impostor.close();
    }

    @Test
    void takesNoSizeThatIsNone() {
        for (String body : new String[] {"", "3", "03\n", "-1\n", "3\n3\n", "0\n", "99999999999999999999\n"}) {
            answers(409, "text/x.tlog.size", body);
            cannotShow("409 without the size");
        }
        answers(409, "text/plain", "3\n");
        cannotShow("409 without the size");
        answers(409, "text/x.tlog.size; charset=utf-8", "7\n");
        assertThat(show(log.growTo(5))).isEqualTo(new Shown.Ahead(7));
    }

    @Test
    void givesUpOnAWitnessThatNamesAnotherSizeEachTime() {
        other.server()
                .answer(request -> request.response()
                        .setStatusCode(409)
                        .putHeader("Content-Type", "text/x.tlog.size")
                        .end(other.server().requests() % 3 + 1 + "\n"));
        cannotShow("another size each time");
        assertThat(other.server().requests()).isEqualTo(3);
    }

    @Test
    void followsNoRedirectionAndTakesNoOtherStatus() {
        other.server()
                .answer(request -> request.response()
                        .setStatusCode(307)
                        .putHeader("Location", other.url() + "/add-checkpoint")
                        .end());
        cannotShow("it answered 307");
        answers(400, "text/plain", "");
        cannotShow("it answered 400");
        answers(503, "text/plain", "");
        cannotShow("it answered 503");
    }

    @Test
    void waitsForNoAnswerThatIsLateDrippedOrTooLong() {
        Handler<HttpServerRequest> never = request -> {};
        other.server().answer(never);
        cannotShow("no answer within the deadline");
        other.server().answer(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(100, drop -> request.response().write("x"));
        });
        cannotShow("no answer within the deadline");
        answers(200, "text/plain", "x".repeat(20_000));
        cannotShow("more than 16384 bytes");
    }

    @Test
    void failsWhenNobodyListens() {
        other.close();
        cannotShow("the request failed");
        assertThat(await(witness.last())).isEqualTo(Optional.empty());
        other.behave();
    }
}
