package mo.farol.chaos.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.history.Sha256;
import mo.farol.phone.http.Reply;

/** From a reply to what the history keeps of it: hashes in place of fields. */
final class Heard {
    private Heard() {}

    /** @throws IOException when a body is not what a gateway says */
    static Answer verification(Reply reply) throws IOException {
        return reply.status() == 200 ? answered(reply.json()) : problem(reply);
    }

    /** Of anything else: what counts is whether it was done. */
    static Answer act(Reply reply) throws IOException {
        return reply.status() / 100 == 2 ? Answer.of(Said.DONE, null) : problem(reply);
    }

    static Answer broken(IOException why) {
        return Answer.of(Said.BROKEN, why.getClass().getSimpleName());
    }

    private static Answer answered(JsonNode body) {
        boolean refused = body.path("outcome").asText().equals("refused");
        Map<String, String> released = new HashMap<>();
        body.path("released")
                .properties()
                .forEach(field -> released.put(
                        field.getKey(), Sha256.shortHex(field.getValue().asText())));
        return new Answer(
                refused ? Said.REFUSED : Said.ACCEPTED,
                body.path("code").asText(null),
                body.path("receipt").path("id").asText(null),
                released);
    }

    private static Answer problem(Reply reply) throws IOException {
        JsonNode body = reply.json();
        String code = body.path("code").asText(body.path("error").asText(null));
        boolean later = reply.status() == 503 || reply.status() == 504;
        return Answer.of(later ? Said.UNAVAILABLE : Said.TURNED_AWAY, code);
    }
}
