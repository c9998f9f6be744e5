package mo.farol.chaos.load;

import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Sha256;
import mo.farol.token.Nonce;
import org.jspecify.annotations.Nullable;

/**
 * One request for a verification, to be sent once or again. It never prints.
 *
 * @param hash SHA-256 of the body, hex
 * @param fields asked for; null: all that is granted
 * @param challenge that the code answers: 32 hex digits; null: none
 */
record Sheet(
        Terminal terminal,
        CodeId code,
        byte[] body,
        String hash,
        String key,
        @Nullable List<String> fields,
        @Nullable String challenge) {
    /** Under a fresh Idempotency-Key. */
    static Sheet of(Terminal terminal, CodeId code, String text, @Nullable List<String> fields) {
        byte[] body = WireJson.write(
                new VerificationRequest(text, terminal.from().purpose(), fields, null, null, null, null, null));
        return new Sheet(
                terminal, code, body, Sha256.hex(body), UUID.randomUUID().toString(), fields, null);
    }

    /** The same for a code that answers a challenge. */
    static Sheet answering(Terminal terminal, CodeId code, String text, Nonce challenge) {
        String named = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge.bytes());
        byte[] body = WireJson.write(
                VerificationRequest.answering(text, terminal.from().purpose(), named));
        return new Sheet(
                terminal, code, body, Sha256.hex(body), UUID.randomUUID().toString(), null, challenge.toString());
    }

    /** The same bytes from another terminal, under the same key. */
    Sheet stolenBy(Terminal thief) {
        return new Sheet(thief, code, body, hash, key, fields, challenge);
    }

    /** The same bytes from a terminal for the same purpose, under another key. */
    Sheet copiedBy(Terminal other) {
        return new Sheet(other, code, body, hash, UUID.randomUUID().toString(), fields, challenge);
    }

    Question question(Act act, int node) {
        return new Question(act, node, code, challenge, terminal.from(), key, hash, fields);
    }

    /** With the headers that go with the body. */
    HttpRequest.Builder signed(HttpRequest.Builder request) {
        return terminal.signed(request, key);
    }

    @Override
    public String toString() {
        return "Sheet[redacted]";
    }
}
