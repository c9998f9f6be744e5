package mo.farol.chaos.load;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.world.Node;
import mo.farol.phone.http.Reply;
import org.jspecify.annotations.Nullable;

/** Asks and notes: the line before the request leaves, the line when its answer is complete. */
final class Teller {
    private static final Duration NOBODY_THERE = Duration.ofMillis(100);

    private final Gateways gateways;
    private final Recorder recorder;

    Teller(Gateways gateways, Recorder recorder) {
        this.gateways = gateways;
        this.recorder = recorder;
    }

    Recorder recorder() {
        return recorder;
    }

    Gateways gateways() {
        return gateways;
    }

    /** @return empty when it was not sent, because too many wait for this gateway already */
    Optional<Answer> verify(Act act, Node node, Sheet sheet) throws InterruptedException {
        return noted(
                node,
                sheet.question(act, node.number()),
                () -> Heard.verification(gateways.post(node, "/v1/verifications", sheet.body(), sheet::signed)));
    }

    /** An act by one of the JSON APIs. @param key the same for the same act asked again */
    Optional<Answer> act(Question question, Node node, String path, String bearer, byte[] body)
            throws InterruptedException {
        String key = String.valueOf(question.key());
        return noted(
                node,
                question,
                () -> Heard.act(gateways.post(node, path, body, request -> signed(request, bearer, key))));
    }

    /** Anything else that is asked of one gateway. */
    Optional<Answer> noted(Node node, Question question, Sending sending) throws InterruptedException {
        AtomicReference<@Nullable Answer> heard = new AtomicReference<>();
        gateways.ifRoom(node, () -> heard.set(noted(question, sending)));
        Answer answer = heard.get();
        if (answer != null && answer.neverSent()) {
            Pause.of(NOBODY_THERE);
        }
        return Optional.ofNullable(answer);
    }

    /** What is not bounded by a gateway's room. */
    Answer noted(Question question, Sending sending) throws InterruptedException {
        long op = recorder.asking(question);
        Answer answer;
        try {
            answer = sending.send();
        } catch (IOException e) {
            answer = Heard.broken(e);
        }
        recorder.answered(op, question.act(), answer);
        return answer;
    }

    /** For the token endpoint. */
    static Answer token(Reply reply) throws IOException {
        return Heard.act(reply);
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String bearer, String key) {
        return request.header("Authorization", bearer)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    /** Sends, and understands what comes back. */
    interface Sending {
        Answer send() throws IOException, InterruptedException;
    }
}
