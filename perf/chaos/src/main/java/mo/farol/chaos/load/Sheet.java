package mo.farol.chaos.load;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One request for a verification, to be sent once or again. It never prints.
 *
 * @param hash SHA-256 of the body, hex
 * @param fields asked for; null: all that is granted
 */
record Sheet(
        Terminal terminal,
        CodeId code,
        byte[] body,
        String hash,
        String key,
        @Nullable List<String> fields) {
    /** Under a fresh Idempotency-Key. */
    static Sheet of(Terminal terminal, CodeId code, String text, @Nullable List<String> fields) {
        byte[] body = WireJson.write(
                new VerificationRequest(text, terminal.from().purpose(), fields, null, null, null, null, null));
        return new Sheet(
                terminal, code, body, Sha256.hex(body), UUID.randomUUID().toString(), fields);
    }

    /** The same bytes from another terminal, under the same key. */
    Sheet stolenBy(Terminal thief) {
        return new Sheet(thief, code, body, hash, key, fields);
    }

    /** The same bytes from a terminal for the same purpose, under another key. */
    Sheet copiedBy(Terminal other) {
        return new Sheet(other, code, body, hash, UUID.randomUUID().toString(), fields);
    }

    Question question(Act act, int node) {
        return new Question(act, node, code, null, terminal.from(), key, hash, fields);
    }

    /** With the headers that go with the body. */
    HttpRequest.Builder signed(HttpRequest.Builder request) {
        return request.header("Authorization", terminal.bearer())
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    @Override
    public String toString() {
        return "Sheet[redacted]";
    }
}
